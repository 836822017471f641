using System.Xml;
using BenchmarkDotNet.Attributes;
using Digest.Feeds;
using Digest.Testing;

namespace Digest.Benchmarks;

/// <summary>
/// Reading and writing a feed of 100 entries; the bare XmlReader over the same bytes is the yardstick.
/// </summary>
[MemoryDiagnoser]
public class FeedBenchmarks
{
    private readonly FeedDocument _feed = Feed();
    private byte[] _rss = [];

    [GlobalSetup]
    public void Setup() => _rss = RssWriter.Write(_feed);

    [Benchmark(Baseline = true)]
    public int XmlReaderAlone()
    {
        using var reader = XmlReader.Create(new MemoryStream(_rss));
        var nodes = 0;
        while (reader.Read())
            nodes++;
        return nodes;
    }

    [Benchmark]
    public FeedReadResult ReadRss() => FeedReader.Read(_rss, "application/rss+xml", null);

    [Benchmark]
    public byte[] WriteRss() => RssWriter.Write(_feed);

    private static FeedDocument Feed() => new()
    {
        Id = "tag:news.example,2026:weekly",
        Title = "社区动态周刊",
        HomeUrl = "https://newsletter.example.org/weekly/",
        SelfUrl = "https://newsletter.example.org/weekly/feed.xml",
        Entries = [.. Enumerable.Range(0, 100).Select(Entry)],
    };

    private static FeedEntry Entry(int i) => new()
    {
        Id = $"tag:news.example,2026:weekly/{i}",
        Title = $"第{i}条消息",
        Url = $"https://newsletter.example.org/weekly/{i}.html",
        ContentHtml = string.Concat(Enumerable.Repeat("<p>社区在本周的会议上讨论了调度器 &amp; the API.</p>", 20)),
        Published = Some.Issue().CutOff.AddHours(i),
    };
}
