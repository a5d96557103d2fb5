// The Chromium of this machine.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const found = [process.env.CHROMIUM, ...(process.env.PATH ?? '').split(delimiter).flatMap(folder => names.map(name => join(folder, name)))].find(path => path && existsSync(path));

export async function launch() {
  if (!found) {
    console.error('No Chromium was found; name it: CHROMIUM=/path/to/chromium');
    process.exit(2);
  }
  return await chromium.launch({ executablePath: found, args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars'] });
}
