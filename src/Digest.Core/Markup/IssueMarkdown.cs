using Digest.Model;

namespace Digest.Markup;

/// <summary>Reads and writes issues in Markdown. Reading then writing gives the same text, whatever the text is.</summary>
public static class IssueMarkdown
{
    public static IssueDocument Parse(string text) => throw new NotImplementedException();

    /// <summary>Joins every <c>Source</c> in order.</summary>
    public static string Write(IssueDocument document) => throw new NotImplementedException();
}
