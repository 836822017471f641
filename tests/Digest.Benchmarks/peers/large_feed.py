"""Writes one RSS feed of about so many octets, the same every time: half its texts in CDATA, half escaped.

python3 large_feed.py OCTETS > feed.xml
"""
import html
import sys

limit = int(sys.argv[1])
paragraph = ('<p>浮木 discussed the scheduler of keel &amp; <a href="https://driftwood.example/{0}/{1}">anchor {1}</a>。'
             '社区在本周的会议上讨论了。帆の新しい版。</p>')
out = ['<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" '
       'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
       '<title>Driftwood 浮木</title><link>https://driftwood.example/</link><description>Weekly</description>\n']
size = item = 0
while size < limit:
    item += 1
    body = "".join(paragraph.format(item, n) for n in range(3 + item % 18))
    text = f"<![CDATA[{body}]]>" if item % 2 else html.escape(body, quote=False)
    out.append(
        f'<item><title>第{item}条 &amp; sail</title><link>https://driftwood.example/posts/{item}</link>'
        f'<guid isPermaLink="false">post-{item}</guid><pubDate>Thu, 12 Nov 2026 09:{item % 60:02}:00 +0800</pubDate>'
        f'<dc:creator>Ann</dc:creator><category>keel</category><category>锚</category>'
        f'<description>short {item}</description><content:encoded>{text}</content:encoded></item>\n')
    size += len(out[-1].encode())
out.append("</channel></rss>\n")
sys.stdout.buffer.write("".join(out).encode())
