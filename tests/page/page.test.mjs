// The page in a real browser: what a person does with it, with axe over every view in light and dark, wide and narrow.
// Usage: node page.test.mjs <address of serve> [folder for pictures]     CHROMIUM names the browser.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { launch } from './browser.mjs';

const [address, pictures] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
if (!address) {
  console.error('Usage: node page.test.mjs <address of serve> [folder for pictures]');
  process.exit(2);
}

if (pictures) mkdirSync(pictures, { recursive: true });
const browser = await launch();
const faults = [];
let checks = 0;
function check(holds, text) {
  checks++;
  if (!holds) faults.push(text);
}

const looks = [
  { name: 'light', colorScheme: 'light', viewport: { width: 1200, height: 850 } },
  { name: 'dark', colorScheme: 'dark', viewport: { width: 1200, height: 850 } },
  { name: 'phone', colorScheme: 'light', viewport: { width: 400, height: 800 } },
];

async function open(look) {
  const context = await browser.newContext({ colorScheme: look.colorScheme, viewport: look.viewport, deviceScaleFactor: 1, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.on('console', message => { if (message.type() === 'error' && !/status of 400/.test(message.text())) faults.push(`${look.name}: the console says: ${message.text()}`); });
  page.on('pageerror', error => faults.push(`${look.name}: the script failed: ${error}`));
  page.on('request', request => { if (!request.url().startsWith(address) && !/^(data|blob|about):/.test(request.url())) faults.push(`${look.name}: it asks ${request.url()}`); });
  return page;
}

async function inspect(page, name, look) {
  if (pictures) await page.screenshot({ path: join(pictures, `${name}-${look.name}.png`), fullPage: true });
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run(document, { iframes: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  check(result.violations.length === 0, `${name}, ${look.name}: ${result.violations.map(fault => `${fault.id} (${fault.nodes.map(node => node.target.join(' ')).slice(0, 3).join('; ')})`).join(', ')}`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  check(wide <= 0, `${name}, ${look.name}: ${wide} px wider than the window`);
}

const view = async (page, hash, wanted) => {
  await page.goto(`${address}#${hash}`);
  await page.getByRole('heading', { level: 1, name: wanted }).waitFor();
};

// A run that delivers, started by keyboard alone.
const first = await open(looks[0]);
await view(first, '/runs', 'Runs');
await first.keyboard.press('Tab');
check(await first.evaluate(() => document.activeElement.tagName !== 'BODY'), 'Tab goes nowhere');
await first.getByText('Start a run', { exact: true }).focus();
await first.keyboard.press('Enter');
const dry = first.getByRole('checkbox', { name: /Dry run/ });
check(await dry.isChecked(), 'a run is not dry by default');
if (pictures) await first.screenshot({ path: join(pictures, 'start-light.png') });
await inspect(first, 'start', looks[0]);
await dry.focus();
await first.keyboard.press('Space');
await first.getByRole('button', { name: 'Start the run' }).focus();
await first.keyboard.press('Enter');
await first.getByRole('heading', { level: 1, name: /^Run / }).waitFor();
if (pictures) {
  await first.waitForTimeout(350);
  await first.screenshot({ path: join(pictures, 'running-light.png'), fullPage: true });
}
await first.locator('main .badge.good', { hasText: 'completed' }).waitFor({ timeout: 60000 });
const delivered = first.url().split('#')[1];
check(await first.locator('.timeline li').count() > 5, 'the timeline shows no activities');

// A dry run of another day, and one that is refused.
await view(first, '/runs', 'Runs');
await first.getByText('Start a run', { exact: true }).click();
await first.getByRole('textbox', { name: /Mail to/ }).fill('nobody');
await first.getByRole('button', { name: 'Start the run' }).click();
await first.getByRole('alert').waitFor();
check(/exactly one @/.test(await first.getByRole('alert').innerText()), 'a wrong address is not explained');
await first.getByRole('textbox', { name: /Mail to/ }).fill('');
await first.getByRole('button', { name: 'Start the run' }).click();
await first.getByRole('heading', { level: 1, name: /^Run / }).waitFor();
await first.locator('main .badge.good', { hasText: 'completed' }).waitFor({ timeout: 60000 });
const rehearsed = first.url().split('#')[1];
const rehearsal = (await first.locator('tbody th a').first().getAttribute('href')).slice(1);

// A second edition, so that two dates can be compared.
const second = await first.evaluate(async () => (await (await fetch('/api/runs', {
  method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ reports: ['ceo', 'cfo'], asOf: '2026-10-20' }),
})).json()).id);
await view(first, `/runs/${second}`, /^Run /);
await first.locator('main .badge.good', { hasText: 'completed' }).waitFor({ timeout: 60000 });
const editions = await first.evaluate(async () => (await (await fetch('/api/reports/cfo')).json()).items.map(item => item.timestamp));

for (const look of looks) {
  const page = await open(look);
  await view(page, '/runs', 'Runs');
  await page.locator('tbody tr').first().waitFor();
  await inspect(page, 'runs', look);
  await view(page, delivered, /^Run /);
  await page.locator('.timeline li').first().waitFor();
  await inspect(page, 'run', look);
  await view(page, rehearsal, /dry run/);
  await inspect(page, 'rehearsal', look);
  await view(page, '/reports', 'Reports');
  await inspect(page, 'reports', look);
  await view(page, `/reports/cfo/${editions[1]}`, /CFO/);
  const report = page.frameLocator('iframe');
  await report.locator('h1').first().waitFor();
  check(await page.locator('iframe').getAttribute('sandbox') === 'allow-popups allow-popups-to-escape-sandbox', 'the frame of a report may do more than it should');
  await inspect(page, 'report', look);
  await view(page, `/reports/cfo/${editions[1]}/${editions[0]}`, /CFO/);
  await page.getByRole('heading', { name: 'Figures of the two dates' }).waitFor();
  check(/figures? changed/.test(await page.locator('.viewer').innerText()), 'the comparison does not count its changes');
  check(await page.locator('.viewer tbody tr').count() > 3, 'the comparison shows no figures');
  await inspect(page, 'comparison', look);
  await view(page, '/deliveries', 'Deliveries');
  await inspect(page, 'deliveries', look);
  await view(page, '/schedules', 'Schedules');
  await inspect(page, 'schedules', look);
  await page.context().close();
}

await browser.close();
for (const fault of faults) console.error(fault);
console.log(`${checks} checks, ${faults.length} faults`);
process.exitCode = faults.length ? 1 : 0;
