using System.Text.RegularExpressions;
using Digest.Feeds;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Feeds.Gofeed;

/// <summary>
/// Every feed of the gofeed corpus, field by field against what gofeed makes of it. What is not met is listed with its
/// reason; the list may neither grow nor go stale unnoticed.
/// </summary>
public sealed class GofeedCorpusTests
{
    [Fact]
    public void Nothing_but_the_known_misses_differs_from_gofeed()
    {
        Assert.SkipWhen(Corpus.SkipReason("gofeed") is not null, Corpus.SkipReason("gofeed") ?? "");
        var checks = GofeedPair.All().SelectMany(Checks).ToArray();

        var misses = checks.Where(check => !check.IsMet).ToArray();

        Assert.InRange(checks.Length, 500, int.MaxValue);
        Assert.True(misses.Length * 100 <= checks.Length * 3, $"{misses.Length} misses of {checks.Length}");
        Assert.Equal("", Report(misses.Where(miss => !GofeedMisses.Known.ContainsKey(miss.Key))));
        Assert.Empty(GofeedMisses.Known.Keys.Except(misses.Select(miss => miss.Key)));
    }

    private static IEnumerable<Check> Checks(GofeedPair pair)
    {
        var feed = (pair.Read() as FeedReadResult.Read)?.Feed;
        foreach (var (path, expected) in pair.Expectations())
        {
            var name = Regex.Replace(path, "^(feed|item [0-9]+) ", "");
            if (GofeedMisses.Unmappable.ContainsKey(name))
                continue;

            var actual = feed is null ? null : GofeedFields.Of(feed, path);
            var isMet = GofeedComparison.Agree(path, expected, actual);
            yield return new Check($"{pair.Name} {path}", expected, actual, isMet);
        }
    }

    private static string Report(IEnumerable<Check> misses) => string.Join(
        '\n', misses.Select(miss => $"{miss.Key}: wanted '{miss.Expected}', got '{miss.Actual}'"));

    private sealed record Check(string Key, string Expected, string? Actual, bool IsMet);
}
