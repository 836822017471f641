using System.Diagnostics;
using System.Globalization;
using Digest.Feeds;

namespace Digest.Benchmarks.Load;

/// <summary>
/// Reads the feeds below a folder over and over, out of memory, on one thread, and prints the rate in the line that the
/// peers print too. A third of the time goes before it is measured, so that the code is compiled.
/// </summary>
internal sealed class FeedLoad(string folder, int seconds)
{
    private readonly byte[][] _feeds =
    [
        .. Directory.GetFiles(folder, "*.xml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(File.ReadAllBytes),
    ];

    public void Run()
    {
        Repeat(TimeSpan.FromSeconds(seconds / 3.0));
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var (rounds, entries, time) = Repeat(TimeSpan.FromSeconds(seconds));
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        var bytes = rounds * _feeds.Sum(feed => (long)feed.Length);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"ours {bytes / time.TotalSeconds / 1e6:0.00} MB/s: {_feeds.Length} feeds, {entries / rounds} entries, "
            + $"{rounds} rounds, {(double)allocated / bytes:0.0} octets allocated per octet"));
    }

    private (int Rounds, long Entries, TimeSpan Time) Repeat(TimeSpan limit)
    {
        var started = Stopwatch.GetTimestamp();
        var rounds = 0;
        var entries = 0L;
        for (; rounds == 0 || Stopwatch.GetElapsedTime(started) < limit; rounds++)
        {
            foreach (var feed in _feeds)
                entries += FeedReader.Read(feed, null, null) is FeedReadResult.Read read ? read.Feed.Entries.Count : 0;
        }

        return (rounds, entries, Stopwatch.GetElapsedTime(started));
    }
}
