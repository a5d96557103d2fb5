'use strict';
const frame = document.getElementById('report');
const fault = document.getElementById('fault');
const state = document.getElementById('state');
let number = 0;

function show() {
  const view = document.querySelector('input[name=view]:checked').value;
  frame.className = view.startsWith('phone') ? 'phone' : '';
  const page = view === 'text' ? 'text' : view.endsWith('dark') ? 'dark' : 'light';
  frame.src = `/view/${page}?${number}`;
}

async function follow() {
  for (;;) {
    try {
      const answer = await (await fetch(`/next?after=${number}`)).text();
      const end = answer.indexOf('\n');
      const newest = Number(answer.slice(0, end));
      if (newest === number) continue;
      number = newest;
      fault.textContent = answer.slice(end + 1);
      fault.hidden = fault.textContent === '';
      state.textContent = fault.hidden ? `Rendered ${new Date().toLocaleTimeString()}` : 'Not rendered; the last good one is below';
      show();
    } catch {
      state.textContent = 'The preview has stopped; start it again';
      await new Promise(done => setTimeout(done, 1000));
    }
  }
}

for (const choice of document.querySelectorAll('input[name=view]')) choice.addEventListener('change', show);
follow();
