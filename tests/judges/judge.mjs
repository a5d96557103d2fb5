// What others say of the reports of a run: each mail read by another library, its HTML held against caniemail's data, each archived page and mail in Chromium (axe, width).
// Usage: node judge.mjs <output folder>. Prints one JSON document. Without a Chromium what needs one is null.
import { readdirSync, readFileSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { caniemail } from 'caniemail';
import { simpleParser } from 'mailparser';
import { Browser, findBrowser } from '../shots/browser.mjs';

const out = process.argv[2];
const clients = ['gmail.*', 'outlook.*', 'apple-mail.*'];
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const lines = text => text.replace(/\r\n?/g, '\n');
const sha = bytes => createHash('sha256').update(bytes).digest('hex');

async function mail(file) {
  const parsed = await simpleParser(readFileSync(file), { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true });
  const { issues } = caniemail({ clients, html: parsed.html });
  const unsupported = {};
  for (const [client, list] of issues.errors) for (const { title } of list) (unsupported[title] ??= new Set()).add(client);
  return {
    file, html: parsed.html, subject: parsed.subject, from: parsed.from.text, to: parsed.to.text, textSha256: sha(lines(parsed.text)), htmlSha256: sha(lines(parsed.html)),
    htmlBytes: Buffer.byteLength(parsed.html),
    pictures: parsed.attachments.map(part => ({ id: part.cid, type: part.contentType, sha256: sha(part.content), bytes: part.content })),
    referred: [...parsed.html.matchAll(/src="cid:([^"]+)"/g)].map(match => match[1]),
    unsupported: Object.fromEntries(Object.entries(unsupported).map(([title, set]) => [title, [...set].sort()])),
  };
}

async function page(browser, path, withAxe) {
  const seen = { file: path, violations: [], widest: {}, cut: [], dialogs: 0 };
  browser.on('Page.javascriptDialogOpening', () => { seen.dialogs++; browser.page('Page.handleJavaScriptDialog', { accept: true }); });
  for (const scheme of withAxe ? ['light', 'dark'] : []) {
    await browser.view(700, scheme);
    await browser.open(pathToFileURL(path).href);
    await browser.value(axeSource + '\n;0');
    const found = await browser.value(`axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(rules)} }, resultTypes: ['violations'] })
      .then(result => result.violations.map(v => ({ id: v.id, tags: v.tags, help: v.help, count: v.nodes.length, first: v.nodes[0].html.slice(0, 300), why: v.nodes[0].failureSummary })))`);
    seen.violations.push(...found.map(violation => ({ scheme, ...violation })));
  }

  // A table that is wider than its place shows no last column until it is scrolled.
  const cut = width => browser.value(`[...document.querySelectorAll('.s')].filter(e => e.scrollWidth > e.clientWidth + 1)
    .map(e => '${width} px: ' + e.scrollWidth + ' in ' + e.clientWidth + ', ' + e.innerText.slice(0, 80))`);
  await browser.view(700, 'light');
  await browser.open(pathToFileURL(path).href);
  seen.cut.push(...await cut(700));
  await browser.view(400, 'light', true);
  await browser.open(pathToFileURL(path).href);
  seen.cut.push(...await cut(400));
  seen.widest = await browser.value(`(() => {
    const shown = [...document.body.querySelectorAll('*')].filter(e => !e.closest('.s') || e.matches('.s')).map(e => ({ right: Math.round(e.getBoundingClientRect().right), html: e.outerHTML.slice(0, 160) }));
    const worst = shown.reduce((a, b) => b.right > a.right ? b : a, { right: 0, html: '' });
    return { scroll: document.scrollingElement.scrollWidth, right: worst.right, html: worst.html };
  })()`);
  return seen;
}

const list = (folder, end) => readdirSync(join(out, folder), { recursive: true }).filter(name => name.endsWith(end)).sort().map(name => join(out, folder, name));
const mails = await Promise.all(list('outbox', '.eml').map(mail));
const scratch = mkdtempSync(join(tmpdir(), 'execreports-judge-'));
let pages = null;
const path = findBrowser();
if (path) {
  const browser = await Browser.start(path);
  pages = [];
  for (const file of list('exec-reports', '.html')) pages.push({ kind: 'archive', ...await page(browser, file, true) });
  for (const { file, html, pictures } of mails) {
    const copy = join(scratch, basename(file) + '.html');
    writeFileSync(copy, pictures.reduce((text, part) => text.replaceAll(`cid:${part.id}`, `data:${part.type};base64,${part.bytes.toString('base64')}`), html));
    pages.push({ kind: 'mail', ...await page(browser, copy, false) });
  }
  await browser.close();
}

rmSync(scratch, { recursive: true, force: true });
for (const read of mails) {
  delete read.html;
  for (const part of read.pictures) delete part.bytes;
}
console.log(JSON.stringify({ mails, pages }));
