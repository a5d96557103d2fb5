// The page of a server that asks for a token.
// Usage: node token.test.mjs <address of serve> <token>
import { launch } from './browser.mjs';

const [address, token] = process.argv.slice(2);
const browser = await launch();
const page = await browser.newPage();
const addresses = [];
page.on('request', request => addresses.push(request.url()));
const faults = [];
const check = (holds, text) => { if (!holds) faults.push(text); };

await page.goto(address);
await page.getByRole('heading', { name: 'Key needed' }).waitFor();
await page.getByLabel('Token or key').fill(token.replace(/.$/, '~'));
await page.keyboard.press('Enter');
await page.getByRole('alert').waitFor();
check((await page.getByRole('alert').innerText()).includes('not accepted'), 'a wrong token is not told');
await page.getByLabel('Token or key').fill(token);
await page.keyboard.press('Enter');
await page.getByRole('heading', { level: 1, name: 'Runs' }).waitFor();

await page.getByText('Start a run', { exact: true }).click();
await page.getByRole('checkbox', { name: /CEO/ }).check();
await page.getByRole('checkbox', { name: /Dry run/ }).uncheck();
await page.getByRole('button', { name: 'Start the run' }).click();
await page.locator('main .badge.good', { hasText: 'completed' }).waitFor({ timeout: 60000 });
await page.locator('tbody th a').first().click();
await page.frameLocator('iframe').locator('h1').first().waitFor();
const download = page.waitForEvent('download');
await page.getByRole('link', { name: /^eml of/ }).click();
check((await download).suggestedFilename().endsWith('.eml'), 'the message cannot be saved');
check(addresses.every(asked => !asked.includes(token)), 'the token stands in an address');
check(await page.evaluate(secret => !document.cookie && !Object.values(localStorage).includes(secret), token), 'the token outlives the tab');

await browser.close();
for (const fault of faults) console.error(fault);
console.log(`${faults.length} faults`);
process.exitCode = faults.length ? 1 : 0;
