using Digest.Feeds;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Feeds;

/// <summary>Every tricky feed of the gofeed corpus: nothing throws, and what is a feed is read as one.</summary>
public sealed class GofeedCorpusTests
{
    [Fact]
    public void No_feed_makes_the_reader_throw_and_nearly_all_are_read()
    {
        Assert.SkipWhen(Corpus.SkipReason("gofeed") is not null, Corpus.SkipReason("gofeed") ?? "");
        var files = Directory.GetFiles(Corpus.PathOf("gofeed"), "*.xml", SearchOption.AllDirectories);

        var results = files.Select(file => (File: file, Result: FeedReader.Read(File.ReadAllBytes(file), null, null)));

        var refused = results.Where(pair => pair.Result is FeedReadResult.NotAFeed).Select(pair => pair.File).ToArray();
        Assert.InRange(files.Length, 400, int.MaxValue);
        Assert.True(refused.Length <= 10, string.Join('\n', refused));
    }
}
