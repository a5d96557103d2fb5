// The Chromium of this machine.
import { chromium } from 'playwright-core';
import { findBrowser } from '../shots/browser.mjs';

const found = findBrowser();

export async function launch() {
  if (!found) {
    console.error('No Chromium was found; name it: CHROMIUM=/path/to/chromium');
    process.exit(2);
  }
  return await chromium.launch({ executablePath: found, args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars'] });
}
