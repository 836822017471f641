using System.Text;
using Digest.Model;
using Digest.Templating;

namespace Digest.Render;

/// <summary>The line an inbox shows after the subject: the first stories' titles (standards.md H5).</summary>
internal static class Preheader
{
    /// <summary>More titles are added up to here: 35 is too short to be of use, 90 is cut by every inbox.</summary>
    private const int Enough = 60;
    private const int Longest = 90;
    private const int PaddedTo = 150;

    public static string Of(IssueContent content, Newsletter newsletter, Chrome chrome)
    {
        var line = new StringBuilder();
        foreach (var part in Parts(content, newsletter, chrome).Where(part => part.Length > 0))
        {
            if (line.Length >= Enough)
                break;
            line.Append(line.Length > 0 ? Summary.Separator : "").Append(part);
        }

        return PlainLine.Shorten(line.ToString(), Longest);
    }

    /// <summary>Invisible filler: without it the inbox goes on with whatever the letter says next.</summary>
    public static string Filler(string preheader) =>
        string.Concat(Enumerable.Repeat("\u034F\u200C\u00A0", Math.Max(0, PaddedTo - preheader.Length)));

    private static IEnumerable<string> Parts(IssueContent content, Newsletter newsletter, Chrome chrome) =>
    [
        .. content.Stories.Select(item => item.Title),
        PlainLine.Of(newsletter.Description),
        chrome.ReadOn,
    ];
}
