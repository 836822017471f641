// Opens hostile documents in Chromium and reports what each of them did, a JSON line each.
// usage: node vectors.mjs FILE   FILE is a JSON list of { name, html }; a request to "allow" (a prefix) is no fault.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const documents = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const context = await browser.newContext();
await context.addInitScript(() => {
  window.__ran = 0;
  window.__x = () => { window.__ran++; };
  Object.defineProperty(window, '__x', { writable: false, configurable: false });
});

// What no page of ours has inside its content, however often it is parsed again.
const inspect = () => {
  const found = [];
  for (const element of document.body.querySelectorAll('*')) {
    if (/^(script|iframe|frame|object|embed|svg|math|template|noscript|form|input|button|base|meta|link|video|audio|portal)$/i.test(element.localName)) found.push(`<${element.localName}>`);
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name) || /^(srcset|srcdoc|background|formaction|ping|xlink:href)$/i.test(name)) found.push(`${element.localName} ${name}`);
      if (name === 'style' && /url\(|image-set|expression|@import/i.test(value)) found.push(`${element.localName} style=${value}`);
    }
    if (element.href !== undefined && !/^(https?|mailto):$/.test(element.protocol ?? '')) found.push(`${element.localName} href=${element.getAttribute('href')}`);
  }
  return found;
};

const poke = () => {
  for (const element of [document.documentElement, ...document.querySelectorAll('*')]) {
    for (const type of ['mouseover', 'focus', 'blur', 'click', 'load', 'error', 'toggle']) {
      const event = new Event(type, { bubbles: false, cancelable: true });
      event.preventDefault();
      try { element.dispatchEvent(event); } catch { /* an element that cannot be poked did nothing */ }
    }
  }
};

// One page serves all that does no harm; what did some may have left anything behind.
let page = null;
let own = '';
let current = null;
const open = async () => {
  page = await context.newPage();
  page.on('dialog', dialog => { current.result.ran++; dialog.dismiss().catch(() => {}); });
  await page.route(/.*/, route => {
    const url = route.request().url();
    if (url === own && route.request().isNavigationRequest()) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: current.html });
    if (!url.endsWith('/favicon.ico') && !(current.allow && url.startsWith(current.allow))) current.result.requests.push(url);
    return route.abort();
  });
};

const again = () => {
  const before = document.body.innerHTML;
  const found = window.__inspect();
  for (let round = 0; round < 2; round++) {
    document.body.innerHTML = document.body.innerHTML;
    found.push(...window.__inspect());
  }
  return { found: [...new Set(found)], settled: before === document.body.innerHTML };
};

await context.addInitScript(`window.__inspect = ${inspect}; window.__poke = ${poke}; window.__again = ${again};`);
for (const [index, { name, html, allow }] of documents.entries()) {
  if (page === null) await open();
  own = `http://vectors.invalid/${index}`;
  const result = { name, ran: 0, requests: [], found: [], settled: true };
  current = { html, allow, result };
  try {
    await page.goto(own, { waitUntil: 'load', timeout: 10000 });
    Object.assign(result, await page.evaluate(() => window.__again()));
    result.ran += await page.evaluate(async () => { window.__poke(); await new Promise(done => setTimeout(done, 10)); return window.__ran; });
  } catch (error) {
    result.found.push(`the page broke: ${String(error).split('\n')[0]}`);
  }
  if (page.url() !== own) result.found.push(`went to ${page.url()}`);
  console.log(JSON.stringify(result));
  if (result.ran + result.requests.length + result.found.length > 0) {
    await page.close();
    page = null;
  }
}
await browser.close();
