// Pictures of every report in out/: wide and light, wide and dark, and as wide as a phone; and a sheet of all of them (index.html, sheet.png). Needs Node 18 or newer and any Chromium; no packages.
// Usage: ./dev shots [out folder]
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Browser, findBrowser } from './browser.mjs';
import { sheet } from './sheet.mjs';

const out = resolve(process.argv[2] ?? 'out');
const views = [
  { name: 'wide', width: 700, scheme: 'light' },
  { name: 'dark', width: 700, scheme: 'dark' },
  { name: 'phone', width: 400, scheme: 'light' },
];

// The newest run's pages; a run's time leads the file names.
function newestPages() {
  const archive = join(out, 'exec-reports');
  const pages = existsSync(archive)
    ? readdirSync(archive, { recursive: true }).filter(name => name.endsWith('.html')).sort((a, b) => basename(a).localeCompare(basename(b)))
    : [];
  const run = pages.length > 0 ? basename(pages.at(-1)).split('-')[0] : null;
  return pages.filter(page => basename(page).startsWith(run)).map(page => join(archive, page));
}

// The HTML part of a mail as a page, its pictures (cid:) put inline.
function mailPage(eml, folder) {
  const parts = readFileSync(eml, 'latin1').split(/\r?\n--[^\r\n]+/).flatMap(part => {
    const [head, ...body] = part.replace(/^\r?\n/, '').split(/\r?\n\r?\n/);
    const type = /^content-type:\s*([^;\s]+)/im.exec(head)?.[1];
    const encoding = /^content-transfer-encoding:\s*(\S+)/im.exec(head)?.[1]?.toLowerCase();
    const id = /^content-id:\s*<([^>]+)>/im.exec(head)?.[1];
    const text = body.join('\n\n');
    const bytes = encoding === 'base64' ? Buffer.from(text, 'base64')
      : Buffer.from(text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))), 'latin1');
    return type && !type.startsWith('multipart/') ? [{ type, id, bytes }] : [];
  });
  const html = parts.find(part => part.type === 'text/html');
  if (!html) return [];
  const text = parts.filter(part => part.id).reduce(
    (page, part) => page.replaceAll(`cid:${part.id}`, `data:${part.type};base64,${part.bytes.toString('base64')}`), html.bytes.toString('utf8'));
  const path = join(folder, basename(eml).replace(/-[0-9a-f]{12}\.eml$/, '-mail.html'));
  writeFileSync(path, text);
  return [path];
}

const path = findBrowser();
if (!path) {
  console.error('No Chromium or Chrome was found on this machine, so there are no pictures. Install one, or name it: CHROMIUM=/path/to/chrome');
  process.exit(1);
}
const archived = newestPages();
if (archived.length === 0) {
  console.error(`There are no reports in ${out}. Make them first: ./dev run`);
  process.exit(1);
}
const shots = join(out, 'shots');
rmSync(shots, { recursive: true, force: true });
mkdirSync(shots);
const scratch = mkdtempSync(join(tmpdir(), 'execreports-shots-'));
const run = basename(archived[0]).split('-')[0];
const outbox = join(out, 'outbox');
const mails = existsSync(outbox) ? readdirSync(outbox).filter(name => name.startsWith(run) && name.endsWith('.eml')).map(name => join(outbox, name)) : [];
const pages = [join(out, 'index.html'), ...archived, ...mails.flatMap(mail => mailPage(mail, scratch))].filter(page => existsSync(page));

const browser = await Browser.start(path);
async function shoot(file, view, name) {
  await browser.view(view.width, view.scheme, view.name === 'phone');
  await browser.open(pathToFileURL(file).href);
  const { cssContentSize: size } = await browser.page('Page.getLayoutMetrics');
  const { data } = await browser.page('Page.captureScreenshot', { captureBeyondViewport: true, clip: { x: 0, y: 0, width: Math.max(view.width, size.width), height: size.height, scale: 1 } });
  writeFileSync(join(shots, name), Buffer.from(data, 'base64'));
  console.log(join(shots, name) + (size.width > view.width ? `  (${size.width} px wide: more than the window's ${view.width})` : ''));
  return size.width;
}

const taken = [];
for (const file of pages) {
  const title = basename(file, '.html').replace(`${run}-`, '');
  const pictures = [];
  for (const view of views) {
    const name = `${title}-${view.name}.png`;
    const width = await shoot(file, view, name);
    pictures.push({ name, view: view.name, tooWide: width > view.width ? width : null });
  }
  taken.push({ title, pictures });
}

writeFileSync(join(shots, 'index.html'), sheet(run, taken));
await shoot(join(shots, 'index.html'), { name: 'sheet', width: 1400, scheme: 'light' }, 'sheet.png');
console.log(join(shots, 'index.html'));
await browser.close();
rmSync(scratch, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
