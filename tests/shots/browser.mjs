// A Chromium that is on this machine, driven without packages. Needs Node 18 or newer.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Path of a Chromium or Chrome; undefined if there is none. CHROMIUM names one. */
export function findBrowser() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chromium-headless-shell'];
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap(folder => names.map(name => join(folder, name)));
  const onMac = ['Google Chrome', 'Chromium'].map(name => `/Applications/${name}.app/Contents/MacOS/${name}`);
  return [process.env.CHROMIUM, ...onPath, ...onMac].find(path => path && existsSync(path));
}

/** One page of a headless browser. Chromium's own protocol over two pipes: messages are JSON, each ended by a zero byte. */
export class Browser {
  #next = 1;
  #waiting = new Map();
  #session;
  #profile = mkdtempSync(join(tmpdir(), 'execreports-browser-'));

  static async start(path) {
    const browser = new Browser();
    browser.#spawn(path);
    const { targetId } = await browser.#send('Target.createTarget', { url: 'about:blank' });
    ({ sessionId: browser.#session } = await browser.#send('Target.attachToTarget', { targetId, flatten: true }));
    await browser.page('Page.enable');
    return browser;
  }

  #spawn(path) {
    this.process = spawn(path, ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--hide-scrollbars', '--remote-debugging-pipe', `--user-data-dir=${this.#profile}`],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
    let rest = '';
    this.process.stdio[4].setEncoding('utf8').on('data', chunk => {
      const messages = (rest + chunk).split('\0');
      rest = messages.pop();
      for (const message of messages.map(text => JSON.parse(text))) this.#waiting.get(message.id ?? message.method)?.(message);
    });
  }

  #send(method, params = {}, sessionId = undefined) {
    const id = this.#next++;
    this.process.stdio[3].write(JSON.stringify({ id, method, params, sessionId }) + '\0');
    return new Promise((done, failed) => this.#waiting.set(id, message => {
      this.#waiting.delete(id);
      if (message.error) failed(new Error(`${method}: ${message.error.message}`));
      else done(message.result);
    }));
  }

  /** A command to the page. */
  page(method, params) {
    return this.#send(method, params, this.#session);
  }

  /** Calls back for each event of that name. */
  on(method, callback) {
    this.#waiting.set(method, message => callback(message.params));
  }

  /** How wide the window is, and whether it is dark. */
  async view(width, scheme, mobile = false) {
    await this.page('Emulation.setDeviceMetricsOverride', { width, height: 900, deviceScaleFactor: 1, mobile });
    await this.page('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });
  }

  /** Opens an address and waits until it is loaded. */
  async open(url) {
    const loaded = new Promise(done => this.#waiting.set('Page.loadEventFired', done));
    await this.page('Page.navigate', { url });
    await loaded;
  }

  /** The value of an expression in the page; promises are awaited. */
  async value(expression) {
    const { result, exceptionDetails } = await this.page('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  async close() {
    const ended = new Promise(done => this.process.once('exit', done));
    await this.#send('Browser.close');
    await ended;
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}
