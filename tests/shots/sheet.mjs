// One page that shows every picture of a run, the top of each; a click opens it whole.
const escaped = text => text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`);

/** The page. Each row is a report or a mail: { title, pictures: [{ name, view, tooWide }] }. */
export function sheet(run, rows) {
  const cell = picture => `<figure><a href="${encodeURIComponent(picture.name)}"><img src="${encodeURIComponent(picture.name)}" alt="${escaped(picture.name)}"></a>
<figcaption>${escaped(picture.view)}${picture.tooWide ? ` <strong>${picture.tooWide} px: wider than the window</strong>` : ''}</figcaption></figure>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Pictures of run ${escaped(run)}</title>
<style>
body { font: 15px/1.5 system-ui, sans-serif; margin: 24px; background: #eef0f2; color: #1c2733; }
h2 { font-size: 17px; margin: 28px 0 8px; }
section > div { display: grid; grid-template-columns: repeat(3, 1fr); gap: 16px; }
figure { margin: 0; }
img { display: block; width: 100%; height: 560px; object-fit: cover; object-position: top; background: #fff; border: 1px solid #c4ccd4; }
strong { color: #a11; }
</style></head><body>
<h1>Pictures of run ${escaped(run)}</h1>
<p>${rows.length} pages, the top of each; a click opens the picture whole.</p>
${rows.map(row => `<section><h2>${escaped(row.title)}</h2>\n<div>${row.pictures.map(cell).join('\n')}</div></section>`).join('\n')}
</body></html>
`;
}
