using System.Text.Json;
using Digest.Feeds;
using Digest.Testing;

namespace Digest.IntegrationTests.Feeds.Gofeed;

/// <summary>A feed of the gofeed corpus and what gofeed makes of it.</summary>
internal sealed record GofeedPair(string Name, string Feed, string Expected)
{
    public static IReadOnlyList<GofeedPair> All() =>
    [
        .. Directory.GetFiles(Corpus.PathOf("gofeed"), "*.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(Of).OfType<GofeedPair>(),
    ];

    /// <summary>The fields that gofeed states, by path, with what they should hold.</summary>
    public IReadOnlyDictionary<string, string> Expectations()
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Expected));
        return GofeedExpectations.Of(json.RootElement);
    }

    public FeedReadResult Read() => FeedReader.Read(File.ReadAllBytes(Feed), null, null);

    private static GofeedPair? Of(string expected)
    {
        const string suffix = "_expected.json";
        var feed = expected.EndsWith(suffix, StringComparison.Ordinal)
            ? expected[..^suffix.Length] + ".json"
            : Path.ChangeExtension(expected, ".xml");
        var name = Path.GetRelativePath(Corpus.PathOf("gofeed"), feed).Replace('\\', '/');
        return File.Exists(feed) ? new GofeedPair(name["testdata/".Length..], feed, expected) : null;
    }
}
