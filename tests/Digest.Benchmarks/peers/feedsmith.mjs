// Reads every feed below a folder over and over through feedsmith and prints one line like the others.
// node feedsmith.mjs DIR --seconds 5
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFeed } from 'feedsmith';

const folder = process.argv[2];
const at = process.argv.indexOf('--seconds');
const seconds = at < 0 ? 5 : Number(process.argv[at + 1]);
const feeds = readdirSync(folder, { recursive: true })
  .filter((name) => name.endsWith('.xml')).sort().map((name) => readFileSync(join(folder, name)));
const octets = feeds.reduce((sum, feed) => sum + feed.length, 0);

const repeat = (limit) => {
  const started = performance.now();
  let rounds = 0;
  let entries = 0;
  let refused = 0;
  for (; rounds === 0 || performance.now() - started < limit * 1000; rounds++) {
    for (const feed of feeds) {
      // It throws at what it takes for no feed; that costs time as a reading does.
      try {
        const { feed: read } = parseFeed(feed.toString('utf8'));
        entries += (read.items ?? read.entries ?? []).length;
      } catch {
        refused++;
      }
    }
  }
  return { rounds, entries, refused, time: (performance.now() - started) / 1000 };
};

repeat(seconds / 3);
const { rounds, entries, refused, time } = repeat(seconds);
console.log(`feedsmith ${(rounds * octets / time / 1e6).toFixed(2)} MB/s: ${feeds.length} feeds, `
  + `${entries / rounds} entries, ${refused / rounds} refused, ${rounds} rounds`);
