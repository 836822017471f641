using Digest.Templating;

namespace Digest.Render;

/// <summary>A few words on an issue for feeds and the index: the titles of its first stories.</summary>
internal static class Summary
{
    private const int Longest = 300;
    private const int Titles = 6;

    public static string Of(IssueContent content, Chrome chrome)
    {
        var titles = content.Stories.Take(Titles).Select(item => item.Title);
        return PlainLine.Shorten(string.Join(chrome.Separator, titles), Longest);
    }
}
