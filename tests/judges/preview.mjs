// Uses the preview page as a person does: switches views, changes the template, makes a slip in it and mends it. Prints one JSON document.
// Usage: node preview.mjs <address> <template file> [folder for pictures]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Browser, findBrowser } from '../shots/browser.mjs';

const [address, template, pictures] = process.argv.slice(2);
const path = findBrowser();
if (!path) {
  console.log('null');
  process.exit(0);
}
const browser = await Browser.start(path);
const told = [];
browser.on('Log.entryAdded', ({ entry }) => told.push(entry.text));
browser.on('Runtime.exceptionThrown', ({ exceptionDetails }) => told.push(exceptionDetails.text));
await browser.page('Log.enable');
await browser.page('Runtime.enable');

async function until(expression) {
  for (let tries = 0; tries < 300; tries++) {
    if (await browser.value(expression)) return;
    await new Promise(done => setTimeout(done, 100));
  }
  throw new Error(`never: ${expression}; ${await browser.value('document.body.innerText')}`);
}

async function picture(name) {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  writeFileSync(join(pictures, `${name}.png`), Buffer.from((await browser.page('Page.captureScreenshot', {})).data, 'base64'));
}

const views = {};
await browser.view(1000, 'light');
await browser.open(address);
await until(`document.getElementById('state').textContent.startsWith('Rendered')`);
for (const view of ['light', 'dark', 'phone', 'text']) {
  await browser.value(`new Promise(done => { const f = document.getElementById('report'); f.addEventListener('load', () => setTimeout(done, 100), { once: true }); const c = document.querySelector('input[value=${view}]');
    if (c.checked) f.src = f.src; else c.click(); })`);
  views[view] = await browser.value(`(async () => { const f = document.getElementById('report'); const answer = await fetch(f.src);
    return { width: f.getBoundingClientRect().width, sandbox: f.getAttribute('sandbox'), reached: f.contentDocument !== null, rules: answer.headers.get('content-security-policy'), type: answer.headers.get('content-type'), body: await answer.text() }; })()`);
  await picture(view);
}

const whole = readFileSync(template, 'utf8');
writeFileSync(template, whole.replace('{{ include \'closing\' }}', '## Changed just now\n\n{{ include \'closing\' }}'));
await until(`fetch('/view/light').then(answer => answer.text()).then(text => text.includes('Changed just now'))`);
writeFileSync(template, whole.replace('handoff.costs.size', 'handoff.cots.size'));
await until(`!document.getElementById('fault').hidden`);
const fault = await browser.value(`document.getElementById('fault').textContent`);
const lastGood = await browser.value(`fetch('/view/light').then(answer => answer.text()).then(text => text.includes('Changed just now'))`);
await picture('fault');
writeFileSync(template, whole);
await until(`document.getElementById('fault').hidden`);
await browser.close();
console.log(JSON.stringify({ views, fault, lastGood, told }));
