namespace Digest.Model;

/// <summary>How a newsletter's feeds are made.</summary>
public sealed record FeedSettings
{
    public const int DefaultIssues = 20;
    public const int DefaultStories = 100;

    /// <summary>
    /// How many issues an archive of the feed of issues holds; the current feed holds as many at least.
    /// </summary>
    public int Issues { get; init; } = DefaultIssues;

    /// <summary>The same for the feed of stories, which is cut between issues only.</summary>
    public int Stories { get; init; } = DefaultStories;

    /// <summary>The WebSub hub that the feeds name; null if they name none.</summary>
    public Uri? Hub { get; init; }
}
