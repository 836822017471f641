namespace Digest.Feeds.Opml;

/// <summary>What reading a list came to.</summary>
public abstract record OpmlReadResult
{
    private OpmlReadResult() { }

    /// <summary>A list, perhaps damaged.</summary>
    /// <param name="Document">What could be read.</param>
    /// <param name="Warnings">What was wrong and read round, with the line where known. Bounded in number.</param>
    public sealed record Read(OpmlDocument Document, IReadOnlyList<string> Warnings) : OpmlReadResult;

    /// <summary>The bytes are no OPML.</summary>
    /// <param name="Reason">One line, with the line number where known.</param>
    public sealed record NotOpml(string Reason) : OpmlReadResult;
}
