// The page: asks the API and builds elements from the answers. What comes from the API is put in as text, never as markup.

const main = document.getElementById('main');
const news = document.getElementById('news');
let leave = new AbortController();

// ---- asking the API

const secretName = 'execreports.secret';
const etags = new Map();

class Refused extends Error {
  constructor(status, problem) {
    super(problem?.detail ?? `The server answered ${status}.`);
    this.status = status;
    this.errors = problem?.errors ?? {};
  }
}

async function ask(address, options = {}) {
  const headers = { ...options.headers };
  const secret = sessionStorage.getItem(secretName);
  if (secret) Object.assign(headers, { Authorization: `Bearer ${secret}`, 'x-functions-key': secret });
  const known = etags.get(address);
  if (known && !options.method) headers['If-None-Match'] = known.tag;
  const answer = await fetch(address, { cache: 'no-store', credentials: 'same-origin', ...options, headers });
  if (answer.status === 304) return known.value;
  const type = answer.headers.get('Content-Type') ?? '';
  const value = type.includes('json') ? await answer.json() : await answer.text();
  if (!answer.ok) throw new Refused(answer.status, type.includes('json') ? value : null);
  if (!options.method && answer.headers.get('ETag')) {
    if (etags.size > 200) etags.clear();
    etags.set(address, { tag: answer.headers.get('ETag'), value });
  }
  return value;
}

const post = (address, body, headers = {}) => ask(address, {
  method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: body === undefined ? undefined : JSON.stringify(body),
});

// ---- building elements

function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else if (key.startsWith('--')) made.style.setProperty(key, value);
    else made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return made;
}

const note = text => el('span', { class: 'note' }, text);
const scroll = (label, content) => el('div', { class: 'scroll', role: 'region', 'aria-label': label, tabindex: 0 }, content);

function table(label, heads, rows) {
  return scroll(label, el('table', {},
    el('thead', {}, el('tr', {}, heads.map(head => el('th', { scope: 'col', class: head.number ? 'number' : undefined }, head.text ?? head)))),
    el('tbody', {}, rows)));
}

const two = number => String(number).padStart(2, '0');
function when(text) {
  if (!text) return '';
  const time = new Date(text);
  const shown = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())} ${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}`;
  return el('time', { datetime: text, title: `${text} (UTC)`, class: 'when' }, shown);
}

function took(from, to) {
  if (!from || !to) return '';
  const seconds = Math.max(0, (new Date(to) - new Date(from)) / 1000);
  return seconds < 0.1 ? `${Math.round(seconds * 1000)} ms` : seconds < 60 ? `${seconds.toFixed(1)} s` : seconds < 3600 ? `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s` : `${Math.floor(seconds / 3600)} h ${Math.round(seconds % 3600 / 60)} min`;
}

const count = (number, thing) => `${number} ${thing}${number === 1 ? '' : 's'}`;
const kinds = {
  completed: 'good', delivered: 'good', sent: 'good', rendered: 'good', failed: 'bad', deliveryFailed: 'bad', renderFailed: 'bad', archiveFailed: 'bad', unknown: 'bad',
  canceled: 'warn', held: 'warn', running: 'busy', rendering: 'busy', delivering: 'busy', sending: 'busy', pending: 'idle', planned: 'idle',
};
const words = {
  deliveryFailed: 'not mailed to all', renderFailed: 'could not be made', archiveFailed: 'could not be archived', rendered: 'rendered', planned: 'planned',
};
const badge = (state, text) => el('span', { class: `badge ${kinds[state] ?? 'idle'}` }, text ?? words[state] ?? state);
const runBadge = run => run.status === 'completed' && run.succeeded === false ? badge('failed', 'completed with failures') : badge(run.status);

const phases = { plan: 'planning', collect: 'collecting sources', render: 'rendering reports', deliver: 'delivering', done: 'done' };
function progress(run) {
  const at = run.progress;
  if (!at || run.status !== 'running') return '';
  return el('span', {}, el('progress', { max: at.total || 1, value: at.done, 'aria-label': phases[at.phase] ?? at.phase }), ` ${phases[at.phase] ?? at.phase}, ${at.done} of ${at.total}`);
}

const fault = error => el('div', { class: 'alert', role: 'alert' }, el('p', {}, error.message));

function title(text, lead) {
  document.title = `${text} · ExecReports`;
  return [el('h1', {}, text), lead ? el('p', { class: 'lead' }, lead) : null];
}

// ---- showing a view, and again while it changes

async function show(view) {
  leave.abort();
  leave = new AbortController();
  const { signal } = leave;
  let first = true;
  while (!signal.aborted) {
    let wait = 0;
    try {
      wait = await view(content => {
        if (signal.aborted) return;
        place(content);
        if (first) {
          first = false;
          main.focus({ preventScroll: true });
          scrollTo(0, 0);
        }
      }, signal);
    } catch (error) {
      if (signal.aborted) return;
      if (error.status === 401) return askForSecret();
      if (first || error.status === 404) {
        main.replaceChildren(fault(error));
        if (error.status) return;
      } else {
        news.textContent = 'The server does not answer. The page tries again.';
      }
      wait = 3000;
    }
    if (!wait) return;
    await new Promise(done => {
      const timer = setTimeout(done, document.hidden ? wait * 5 : wait);
      signal.addEventListener('abort', () => { clearTimeout(timer); done(); }, { once: true });
    });
  }
}

// A part that shows the same as before stays as it is: focus, selection and open parts are not lost to a refresh.
function place(content) {
  const parts = content.flat().filter(Boolean);
  const old = [...main.children];
  if (old.length === parts.length && parts.every((part, index) => part.tagName === old[index].tagName)) {
    parts.forEach((part, index) => {
      if (!part.isEqualNode(old[index]) && !old[index].hasAttribute('data-keep')) {
        const focused = old[index].contains(document.activeElement) ? document.activeElement.getAttribute('href') ?? document.activeElement.id : null;
        const open = [...old[index].querySelectorAll('details')].map(part => part.open);
        old[index].replaceWith(part);
        part.querySelectorAll('details').forEach((details, place) => { details.open = open[place] ?? details.open; });
        if (focused) part.querySelector(`[href="${CSS.escape(focused)}"], #${CSS.escape(focused)}`)?.focus({ preventScroll: true });
      }
    });
  } else {
    main.replaceChildren(...parts);
  }
}

function askForSecret() {
  const field = el('input', { type: 'password', id: 'secret', autocomplete: 'off', required: true });
  main.replaceChildren(...title('Key needed', 'This server asks for a token or a function key. It is kept in this tab alone, until the tab is closed.').filter(Boolean),
    el('form', {
      class: 'card', onsubmit: event => {
        event.preventDefault();
        sessionStorage.setItem(secretName, field.value.trim());
        route();
      },
    }, el('div', { class: 'row' }, el('label', { class: 'field wide' }, 'Token or key', field), el('button', { class: 'main' }, 'Show'))));
  if (sessionStorage.getItem(secretName)) main.querySelector('form').before(fault(new Error('The key was not accepted.')));
  field.focus();
}

// ---- runs

const more = (next, to) => next ? el('p', {}, el('a', { href: `${to}?${new URLSearchParams({ page: next })}` }, 'Older ones')) : null;

function runsView(query) {
  return async render => {
    const [page, reports] = await Promise.all([ask(query.get('page') ?? '/api/runs?limit=25'), query.get('page') ? null : ask('/api/reports')]);
    const rows = page.items.map(run => el('tr', {},
      el('th', { scope: 'row' }, el('a', { href: `#/runs/${run.id}` }, when(run.createdAt))),
      el('td', {}, runBadge(run), ' ', progress(run)),
      el('td', { class: 'id' }, run.id),
      el('td', { class: 'number' }, took(run.createdAt, run.finishedAt))));
    render([
      title('Runs', 'Each run makes reports, archives them and mails them.'),
      reports ? startForm(reports.items) : null,
      rows.length ? table('Runs', ['Asked for', 'State', 'Run', { text: 'Took', number: true }], rows) : el('p', { class: 'card' }, 'There is no run yet. Start one above: a dry run mails nothing.'),
      more(page.next, '#/runs'),
    ]);
    return page.items.some(run => run.status === 'running' || run.status === 'pending') ? 700 : 5000;
  };
}

function startForm(reports) {
  const message = el('div', { 'aria-live': 'polite' });
  const groups = [['executive', 'Officers’ reports'], ['domain', 'Domain reports']];
  const form = el('form', {
    onsubmit: async event => {
      event.preventDefault();
      const data = new FormData(form);
      const chosen = data.getAll('report');
      const to = String(data.get('to')).split(/[,;\s]+/).filter(Boolean);
      const body = { dryRun: data.has('dryRun') };
      if (chosen.length && chosen.length < reports.length) body.reports = chosen;
      if (data.get('asOf')) body.asOf = data.get('asOf');
      if (to.length) body.to = to;
      const button = form.querySelector('button');
      button.disabled = true;
      try {
        // A key for each press: a request that the network repeats starts nothing twice.
        const run = await post('/api/runs', body, { 'Idempotency-Key': [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('') });
        location.hash = `#/runs/${run.id}`;
      } catch (error) {
        if (error.status === 401) return askForSecret();
        message.replaceChildren(fault(error));
      } finally {
        button.disabled = false;
      }
    },
  },
    groups.map(([group, legend]) => {
      const some = reports.filter(report => report.group === group);
      return some.length ? el('fieldset', {}, el('legend', {}, legend),
        el('div', { class: 'choices' }, some.map(report => el('label', {}, el('input', { type: 'checkbox', name: 'report', value: report.id }), ` ${report.title}`)))) : null;
    }),
    el('p', { class: 'note' }, 'None chosen: all of them.'),
    el('div', { class: 'row' },
      el('label', { class: 'field' }, 'As of (empty: as the portfolio says)', el('input', { type: 'date', name: 'asOf' })),
      el('label', { class: 'field wide' }, 'Mail to these instead of everybody else', el('input', { type: 'text', name: 'to', placeholder: 'me@example.com', autocomplete: 'off' }))),
    el('div', { class: 'row' },
      el('label', {}, el('input', { type: 'checkbox', name: 'dryRun', checked: true }), ' Dry run: render only; archive and mail nothing'),
      el('button', { class: 'main' }, 'Start the run')),
    message);
  return el('details', { class: 'card', 'data-keep': true }, el('summary', {}, 'Start a run'), form);
}

function runView(id) {
  return async (render, signal) => {
    const run = await ask(`/api/runs/${encodeURIComponent(id)}`);
    const history = await ask(`/api/runs/${encodeURIComponent(id)}/history`).catch(error => {
      if (error.status === 501) return null;
      throw error;
    });
    const open = run.status === 'running' || run.status === 'pending';
    render([
      title(`Run of ${when(run.createdAt).textContent}`),
      el('p', {}, runBadge(run), ' ', run.dryRun ? badge('planned', 'dry run') : null, ' ', progress(run)),
      el('p', { class: 'lead' }, run.finishedAt ? `Took ${took(run.createdAt, run.finishedAt)}. ` : '', run.asOf ? `Reports as of ${run.asOf}. ` : '',
        run.occurrence ? 'Started by a schedule. ' : '', el('span', { class: 'id' }, run.id)),
      run.error ? el('div', { class: 'alert' }, el('p', {}, run.error)) : null,
      open ? cancelButton(id) : run.reports?.some(report => report.deliveries?.failed || report.deliveries?.pending && report.state !== 'held') ? resendForm(id) : null,
      el('h2', {}, 'Reports'),
      run.reports ? table('Reports of this run', ['Report', 'State', 'Mails', { text: 'Gaps', number: true }, 'Files'], run.reports.map(report => reportRow(run, report)))
        : el('p', {}, open ? 'The run is being planned.' : 'It was not planned.'),
      run.failedSources.length ? [el('h2', {}, 'Sources that could not be read'),
        table('Failed sources', ['Source', 'Why'], run.failedSources.map(source => el('tr', {}, el('th', { scope: 'row' }, source.name, note(source.kind)), el('td', {}, source.reason))))] : null,
      history?.steps.length ? [el('h2', {}, 'What it did'), timeline(history, run)] : null,
    ].flat());
    if (!open) news.textContent = `The run has ended: ${run.status}.`;
    return open && !signal.aborted ? 400 : 0;
  };
}

function cancelButton(id) {
  const button = el('button', {
    type: 'button', onclick: async () => {
      if (!confirm('Cancel this run? What is under way ends; nothing is begun after it. Mails that are out cannot be called back.')) return;
      try {
        await post(`/api/runs/${encodeURIComponent(id)}/cancel`);
      } catch (error) {
        button.after(fault(error));
      }
    },
  }, 'Cancel the run');
  return el('p', { 'data-keep': true }, button);
}

function resendForm(id) {
  const why = el('input', { type: 'text', id: 'why', required: true, maxlength: 500, autocomplete: 'off' });
  const form = el('form', {
    class: 'card', 'data-keep': true, onsubmit: async event => {
      event.preventDefault();
      try {
        const sent = await post(`/api/runs/${encodeURIComponent(id)}/resend`, { why: why.value });
        news.textContent = sent.succeeded ? 'All of them are sent now.' : 'Not all of them could be sent.';
        route();
      } catch (error) {
        form.append(fault(error));
      }
    },
  }, el('div', { class: 'row' },
    el('label', { class: 'field wide' }, 'Mails of this run failed or are pending. Why are they sent again? (It is recorded.)', why),
    el('button', { class: 'main' }, 'Send them again')));
  return form;
}

function reportRow(run, report) {
  const files = Object.entries(report.links);
  const sums = Object.entries(report.deliveries ?? {});
  const stamp = /\/(\d{8}T\d{9}Z)\.html$/.exec(report.links.html ?? '')?.[1];
  return el('tr', {},
    el('th', { scope: 'row' }, report.links.html
      ? el('a', { href: stamp ? `#/reports/${report.id}/${stamp}` : `#/runs/${run.id}/reports/${report.id}` }, report.title ?? report.id)
      : report.title ?? report.id, note(report.id)),
    el('td', {}, badge(report.state), report.reason ? note(report.reason) : null),
    el('td', {}, sums.length ? sums.map(([state, number]) => [badge(state, `${number} ${state}`), ' ']) : run.dryRun ? 'none: dry run' : ''),
    el('td', { class: 'number' }, report.gaps ?? ''),
    el('td', { class: 'links' }, files.map(([kind, address]) => fileLink(kind, address, report.title ?? report.id))));
}

// By script, so that a token or key goes along; a plain link could not carry it.
function fileLink(kind, address, of) {
  return el('a', {
    href: address, 'aria-label': `${kind} of ${of}`, onclick: async event => {
      if (!sessionStorage.getItem(secretName)) return;
      event.preventDefault();
      const text = await ask(address);
      const saved = URL.createObjectURL(new Blob([typeof text === 'string' ? text : JSON.stringify(text, null, 2)], { type: 'application/octet-stream' }));
      el('a', { href: saved, download: `${of}.${kind}` }).click();
      URL.revokeObjectURL(saved);
    },
  }, kind);
}

function timeline(history, run) {
  const steps = history.steps;
  const start = new Date(run.createdAt);
  const end = Math.max(...steps.map(step => new Date(step.endedAt ?? Date.now())), new Date(run.finishedAt ?? 0));
  const whole = Math.max(1, end - start);
  return el('div', { class: 'card' },
    el('p', { class: 'note' }, `A bar is an activity from its call to its result, over ${took(run.createdAt, new Date(end).toISOString())}; red: failed; striped: a retry; thin: a wait.`),
    el('ol', { class: 'timeline', 'aria-label': 'Activities in the order of their calls' }, steps.map(step => {
      const from = (new Date(step.startedAt) - start) / whole * 100;
      const width = (new Date(step.endedAt ?? end) - new Date(step.startedAt)) / whole * 100;
      const subject = step.subject?.split('/').at(-1);
      const after = [took(step.startedAt, step.endedAt) || step.state, step.attempt > 1 ? `attempt ${step.attempt}` : null, step.gaps ? count(step.gaps, 'gap') : null,
        step.state === 'failed' || step.state === 'canceled' ? step.state : null].filter(Boolean).join(' · ');
      return el('li', {},
        el('span', { class: 'what', title: `${step.name} ${step.subject ?? ''}` }, el('b', {}, step.kind === 'wait' ? `wait ${step.name}` : step.name), subject ? ` ${subject}` : ''),
        el('span', { class: 'track', '--from': `${Math.max(0, from).toFixed(2)}%`, '--width': `${Math.max(0, width).toFixed(2)}%` },
          el('span', { class: `bar ${step.state} ${step.kind === 'wait' ? 'wait' : ''} ${step.attempt > 1 ? 'retry' : ''}` }),
          el('span', { class: `after note ${from + width > 60 ? 'before' : 'behind'}` }, after)),
        step.error ? el('p', { class: 'failure' }, step.error) : null);
    })));
}

// ---- reports

function reportsView() {
  return async render => {
    const { items } = await ask('/api/reports');
    const group = (name, text) => {
      const some = items.filter(report => report.group === name);
      return some.length ? [el('h2', {}, text), el('ul', { class: 'grid' }, some.map(report => el('li', {}, el('div', { class: 'card' },
        el('h3', {}, report.latest ? el('a', { href: `#/reports/${report.id}` }, report.title) : report.title),
        el('p', { class: 'note' }, report.audience),
        report.latest ? el('p', { class: 'note' }, 'Newest: ', when(report.latest.generatedAt)) : el('p', { class: 'note' }, 'Not archived yet.')))))] : [];
    };
    render([title('Reports', 'Every report that was archived, each edition as it was mailed.'), ...group('executive', 'For officers'), ...group('domain', 'For domains')]);
    return 10000;
  };
}

const reportPolicy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">";

// The frame may run nothing and has no origin; its own policy stands first in it.
const frame = (html, name) => el('iframe', { sandbox: 'allow-popups allow-popups-to-escape-sandbox', title: name, srcdoc: html.replace(/^(\s*<!doctype[^>]*>)?/i, start => `${start}${reportPolicy}`) });

function reportView(id, stamp, other) {
  return async render => {
    const editions = await ask(`/api/reports/${encodeURIComponent(id)}?limit=100`);
    if (!editions.items.length) {
      render([title(id), el('p', {}, 'No edition of this report is archived yet.')]);
      return 0;
    }
    const shown = editions.items.find(edition => edition.timestamp === stamp) ?? editions.items[0];
    const figures = await ask(shown.links.json);
    const compared = editions.items.find(edition => edition.timestamp === other);
    const body = compared
      ? [el('h2', {}, 'Figures of the two dates'), ...comparison(...[await ask(compared.links.json), figures].sort((a, b) => age(a).localeCompare(age(b))))]
      : [frame(await ask(shown.links.html), `${figures.title}, as of ${figures.as_of}`)];
    const choose = el('select', {
      onchange: event => { location.hash = `#/reports/${id}/${shown.timestamp}${event.target.value ? `/${event.target.value}` : ''}`; },
    }, el('option', { value: '' }, 'nothing'), editions.items.filter(edition => edition !== shown).map(edition =>
      el('option', { value: edition.timestamp, selected: edition === compared }, new Date(edition.generatedAt).toLocaleString('en-CA', { dateStyle: 'short', timeStyle: 'medium', hour12: false }))));
    render([
      title(figures.title, `As of ${figures.as_of}.`),
      el('div', { class: 'viewer' },
        el('nav', { 'aria-label': 'Editions' }, el('ol', {}, editions.items.map(edition =>
          el('li', {}, el('a', { href: `#/reports/${id}/${edition.timestamp}`, 'aria-current': edition === shown ? 'true' : undefined }, when(edition.generatedAt)))))),
        el('div', {},
          el('div', { class: 'row' },
            el('p', { class: 'links' }, Object.entries(shown.links).map(([kind, address]) => fileLink(kind, address, figures.title)), el('a', { href: `#/runs/${figures.run_id}` }, 'its run')),
            editions.items.length > 1 ? el('p', {}, el('label', {}, 'Compare with ', choose)) : el('p', { class: 'note' }, 'With a second edition, two dates can be compared here.')),
          body)),
    ]);
    return 0;
  };
}

function amount(figure, currency) {
  if (!figure) return 'not there';
  if (figure.text !== undefined && figure.text !== null) return figure.text;
  if (figure.low === undefined && figure.high === undefined) return 'unknown';
  const money = figure.unit.startsWith('Money');
  const one = value => value === undefined || value === null ? '?'
    : figure.unit === 'Share' ? `${(value * 100).toFixed(1)} %`
    : new Intl.NumberFormat('en-US', money ? { style: 'currency', currency, maximumFractionDigits: Math.abs(value) < 100 ? 2 : 0 } : { maximumFractionDigits: 2 }).format(value);
  const unit = { MoneyPerMonth: ' a month', Days: ' days', Months: ' months', Nights: ' nights' }[figure.unit] ?? '';
  return `${figure.unknown > 0 ? 'at least ' : ''}${figure.low === figure.high ? one(figure.low) : `${one(figure.low)} to ${one(figure.high)}`}${unit}`;
}

// By the day that they speak about, else by when they were made.
const age = document => `${document.as_of} ${document.generated_timestamp}`;

function comparison(before, after) {
  const changed = [];
  const same = [];
  const ids = [...new Set([...after.figures.map(figure => figure.id), ...before.figures.map(figure => figure.id)])];
  const find = (document, id) => document.figures.find(figure => figure.id === id);
  for (const id of ids) {
    const [old, now] = [find(before, id), find(after, id)];
    const numbers = [old?.low, old?.high, now?.low, now?.high];
    let change = el('td', {}, old && now ? (old.text ?? null) === (now.text ?? null) ? '' : 'changed' : '');
    if (numbers.every(value => typeof value === 'number')) {
      const by = (now.low + now.high) / 2 - (old.low + old.high) / 2;
      const better = now.better === 'Neither' || !now.better ? null : (by > 0) === (now.better === 'Higher');
      const shown = amount({ ...now, low: Math.abs(by), high: Math.abs(by), unknown: 0, text: undefined }, after.currency);
      change = el('td', { class: 'number' }, by === 0 ? 'same' : better === null ? `${by > 0 ? '+' : '−'}${shown}` : badge(better ? 'completed' : 'failed', `${by > 0 ? '+' : '−'}${shown} ${better ? 'better' : 'worse'}`));
    }
    const equal = old && now && ['low', 'high', 'text', 'unknown'].every(part => (old[part] ?? null) === (now[part] ?? null));
    (equal ? same : changed).push(el('tr', {}, el('th', { scope: 'row' }, (now ?? old).label, (now ?? old).entity ? note((now ?? old).entity) : null), el('td', { class: 'number' }, amount(old, before.currency)), el('td', { class: 'number' }, amount(now, after.currency)), change));
  }
  const heads = ['Figure', { text: `As of ${before.as_of}`, number: true }, { text: `As of ${after.as_of}`, number: true }, { text: 'Change', number: true }];
  return [
    el('p', {}, `${count(changed.length, 'figure')} changed, ${same.length} did not.`),
    changed.length ? table('Figures that changed', heads, changed) : null,
    same.length ? el('details', {}, el('summary', {}, 'Figures that did not change'), table('Figures that did not change', heads, same)) : null,
  ].filter(Boolean);
}

function rehearsalView(run, report) {
  return async render => {
    const html = await ask(`/api/runs/${encodeURIComponent(run)}/reports/${encodeURIComponent(report)}.html`);
    render([title(`${report}, dry run`), el('p', { class: 'lead' }, 'Rendered only, by ', el('a', { href: `#/runs/${run}`, class: 'id' }, run), '. Nothing of it was archived or mailed.'), frame(html, `${report}, dry run`)]);
    return 0;
  };
}

// ---- deliveries

const states = ['failed', 'unknown', 'pending', 'sending', 'sent'];
function deliveriesView(query) {
  const state = states.includes(query.get('state')) ? query.get('state') : '';
  return async render => {
    const page = await ask(query.get('page') ?? `/api/ledger?limit=50${state ? `&state=${state}` : ''}`);
    const rows = page.items.flatMap(item => (item.deliveries.length ? item.deliveries : [null]).filter(delivery => !state || delivery?.state === state).map(delivery => el('tr', {},
      el('th', { scope: 'row' }, el('a', { href: `#/reports/${item.report}/${/\/([^/]+)\.html$/.exec(item.links.html ?? '')?.[1] ?? ''}` }, item.subject), note(item.report)),
      el('td', {}, when(item.generatedAt)),
      el('td', {}, delivery ? delivery.address ?? el('span', { class: 'id' }, delivery.recipient) : 'nobody is named as its recipient'),
      el('td', {}, delivery ? badge(item.held && delivery.state === 'pending' ? 'held' : delivery.state) : '', delivery?.error ? note(delivery.error) : null, delivery?.attempts > 1 ? note(count(delivery.attempts, 'attempt')) : null),
      el('td', {}, delivery?.advice ?? '', delivery?.advice ? note(el('a', { href: `#/runs/${item.run}` }, 'the run')) : null))));
    render([
      title('Deliveries', 'The ledger: what was mailed to whom. Nothing that may have been sent is sent again by itself.'),
      el('p', {}, el('label', {}, 'Show ', el('select', { id: 'state', onchange: event => { location.hash = `#/deliveries${event.target.value ? `?state=${event.target.value}` : ''}`; } },
        el('option', { value: '' }, 'all'), states.map(name => el('option', { value: name, selected: name === state }, name))))),
      page.damaged ? el('div', { class: 'alert' }, page.damaged.map(item => el('p', {}, item.fault))) : null,
      rows.length ? table('Deliveries', ['Mail', 'Made', 'Recipient', 'State', 'What to do'], rows) : el('p', { class: 'card' }, page.damaged ? 'Nothing else is here.' : state ? `No delivery is ${state}.` : 'Nothing was mailed yet.'),
      more(page.next, '#/deliveries'),
    ]);
    return 5000;
  };
}

// ---- schedules

function schedulesView() {
  return async render => {
    const { items, faults } = await ask('/api/schedules');
    const local = (text, zone) => new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(new Date(text));
    render([
      title('Schedules', 'Reports that are made by themselves. portfolio.yaml sets them.'),
      faults.length ? el('div', { class: 'alert' }, faults.map(text => el('p', {}, text))) : null,
      items.length ? table('Schedules', ['Schedule', 'Reports', 'When', 'Next times'], items.map(item => el('tr', {},
        el('th', { scope: 'row' }, item.id),
        el('td', {}, item.reports.length ? item.reports.join(', ') : { executive: 'for officers', domain: 'for domains' }[item.group] ?? 'all', item.entities.length ? note(`about ${item.entities.join(', ')}`) : null),
        el('td', {}, el('span', { class: 'id' }, item.cron), note(item.timeZone)),
        el('td', {}, item.next.length ? item.next.map(time => el('span', {}, el('time', { datetime: time, title: `${time} (UTC)` }, local(time, item.timeZone)), el('br'))) : 'none')))) : el('p', { class: 'card' }, 'No schedule is in force.'),
    ]);
    return 60000;
  };
}

// ---- which view

function route() {
  const [path, search] = location.hash.replace(/^#/, '').split('?');
  const query = new URLSearchParams(search);
  // Only addresses of the API itself are asked for.
  if (query.has('page') && !query.get('page').startsWith('/api/')) query.delete('page');
  const [part, id, third, fourth] = path.split('/').slice(1).map(decodeURIComponent);
  document.querySelectorAll('header nav a').forEach(link => {
    if (link.getAttribute('href') === `#/${part || 'runs'}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  });
  show(part === 'reports' ? id ? reportView(id, third, fourth) : reportsView()
    : part === 'deliveries' ? deliveriesView(query)
    : part === 'schedules' ? schedulesView()
    : id && third === 'reports' ? rehearsalView(id, fourth)
    : id ? runView(id) : runsView(query));
}

addEventListener('hashchange', route);
route();
