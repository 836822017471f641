"""Reads every feed below a folder over and over through feedparser and prints one line like the others.

python3 feedparser_speed.py DIR --seconds 5
"""
import pathlib
import sys
import time

import feedparser

folder = pathlib.Path(sys.argv[1])
seconds = float(sys.argv[sys.argv.index("--seconds") + 1]) if "--seconds" in sys.argv else 5
feeds = [path.read_bytes() for path in sorted(folder.rglob("*.xml"))]
octets = sum(map(len, feeds))

started = time.perf_counter()
rounds = entries = 0
while rounds == 0 or time.perf_counter() - started < seconds:
    for feed in feeds:
        entries += len(feedparser.parse(feed).entries)
    rounds += 1
spent = time.perf_counter() - started
print(f"feedparser {rounds * octets / spent / 1e6:.2f} MB/s: {len(feeds)} feeds, {entries / rounds:.0f} entries, "
      f"{rounds} rounds")
