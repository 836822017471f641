namespace Digest.Render;

/// <summary>A few words on an issue for feeds and the index: the titles of its first stories.</summary>
internal static class Summary
{
    /// <summary>A dot, since titles may end in marks of any kind.</summary>
    public const string Separator = " · ";

    private const int Longest = 300;
    private const int Titles = 6;

    public static string Of(IssueContent content)
    {
        var titles = content.Stories.Take(Titles).Select(item => item.Title);
        return PlainLine.Shorten(string.Join(Separator, titles), Longest);
    }
}
