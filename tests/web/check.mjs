// Opens files in Chromium in both colour schemes: writes screenshots and reports what axe-core finds.
// usage: node check.mjs [--shots FOLDER] FILE...   A letter is a file called mail.html.
import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const axe = readFileSync(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const args = process.argv.slice(2);
const shots = args.includes('--shots') ? args.splice(args.indexOf('--shots'), 2)[1] : null;

// A letter is shown inside the page of a mail reader, which has the landmarks.
const rulesOf = file => basename(file) === 'mail.html' ? { region: { enabled: false }, 'landmark-one-main': { enabled: false } } : {};
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
let faults = 0;
for (const file of args) {
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [375, 700]) {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
      await context.route(/^https?:/, route => route.abort());
      const page = await context.newPage();
      await page.goto(pathToFileURL(resolve(file)).href);
      if (shots) await page.screenshot({ path: join(shots, `${basename(file)}-${colorScheme}-${width}.png`), fullPage: true });

      await page.evaluate(axe);
      const result = await page.evaluate(options => axe.run(document, options), { runOnly: tags, rules: rulesOf(file) });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      for (const violation of result.violations) console.log(`${file} ${colorScheme} ${width}: ${violation.id} ${violation.nodes.map(node => node.html.slice(0, 120)).join(' | ')}`);
      if (wide > 0) console.log(`${file} ${colorScheme} ${width}: ${wide} px wider than the screen`);
      faults += result.violations.length + (wide > 0 ? 1 : 0);
      await context.close();
    }
  }
}
await browser.close();
process.exit(faults > 0 ? 1 : 0);
