// Reads a feed and all its archives with feedsmith, from a folder instead of the web: the ids of every entry, in order.
// usage: node feeds.mjs FOLDER FILE
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseFeed } from 'feedsmith';

const [folder, first] = process.argv.slice(2);
const linked = links => links?.find(link => link.rel === 'prev-archive')?.href;

// Feeds say where the next document lies in three ways, and name entries in three.
const older = { rss: feed => linked(feed.atom?.links), atom: feed => linked(feed.links), json: feed => feed.next_url };
const ids = {
  rss: feed => feed.items?.map(item => item.guid?.value),
  atom: feed => feed.entries?.map(entry => entry.id),
  json: feed => feed.items?.map(item => item.id),
};

for (let name = first, documents = 0; name && documents < 100; documents++) {
  const { format, feed } = parseFeed(readFileSync(join(folder, name), 'utf8'));
  for (const id of ids[format](feed) ?? []) console.log(id);
  const address = older[format](feed);
  name = address ? basename(new URL(address).pathname) : null;
}
