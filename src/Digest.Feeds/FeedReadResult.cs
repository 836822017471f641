namespace Digest.Feeds;

/// <summary>What reading a feed came to.</summary>
public abstract record FeedReadResult
{
    private FeedReadResult() { }

    /// <summary>A feed, perhaps damaged.</summary>
    /// <param name="Feed">What could be read; ids are unique, addresses absolute.</param>
    /// <param name="Warnings">What was wrong and read round, with the line where known. Bounded in number.</param>
    public sealed record Read(FeedDocument Feed, IReadOnlyList<string> Warnings) : FeedReadResult;

    /// <summary>The bytes are no feed.</summary>
    /// <param name="Reason">One line, with the line number where known.</param>
    public sealed record NotAFeed(string Reason) : FeedReadResult;
}
