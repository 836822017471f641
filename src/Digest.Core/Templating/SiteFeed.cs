namespace Digest.Templating;

/// <summary>The feeds of every newsletter: pages announce them, publishing writes them.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Format">What people call it.</param>
/// <param name="IsPerStory">One entry per story, else one per issue.</param>
public sealed record SiteFeed(string Name, string MediaType, string Format, bool IsPerStory)
{
    public const string Rss = "application/rss+xml";
    public const string Atom = "application/atom+xml";
    public const string Json = "application/feed+json";

    public static IReadOnlyList<SiteFeed> All { get; } =
    [
        new("feed.xml", Rss, "RSS", false),
        new("atom.xml", Atom, "Atom", false),
        new("feed.json", Json, "JSON Feed", false),
        new("stories.xml", Rss, "RSS", true),
        new("stories.atom.xml", Atom, "Atom", true),
        new("stories.json", Json, "JSON Feed", true),
    ];
}
