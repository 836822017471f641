using System.Net;
using System.Text;
using Digest.Mail.Mime.Reading;

namespace Digest.Mail.Bounces;

/// <summary>The words of a report that is written in HTML alone, a line for every block.</summary>
internal static class HtmlWords
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "br", "p", "div", "tr", "td", "th", "li", "ul", "ol", "table", "pre", "hr", "h1", "h2", "h3", "h4",
        "blockquote",
    };

    public static string Of(MimeEntity part)
    {
        var html = ReportText.Of(part);
        var words = new StringBuilder(html.Length);
        for (var i = 0; i < html.Length; i++)
        {
            if (html[i] != '<')
                words.Append(html[i] is '\r' or '\n' ? ' ' : html[i]);
            else
                i = Pass(html, i, words);
        }

        return WebUtility.HtmlDecode(words.ToString());
    }

    /// <summary>Passes over a tag, and over what style and script hold; the index of its last character.</summary>
    private static int Pass(string html, int open, StringBuilder words)
    {
        var close = html.IndexOf('>', open);
        if (close < 0)
            return html.Length;

        var name = html.AsSpan(open + 1, close - open - 1).TrimStart('/');
        var end = name.IndexOfAny(' ', '/', '\n');
        var tag = (end < 0 ? name : name[..end]).Trim().ToString();
        if (Blocks.Contains(tag))
            words.Append('\n');
        if (!tag.Equals("style", StringComparison.OrdinalIgnoreCase)
            && !tag.Equals("script", StringComparison.OrdinalIgnoreCase))
            return close;

        var after = html.IndexOf($"</{tag}", close, StringComparison.OrdinalIgnoreCase);
        return after < 0 ? html.Length : html.IndexOf('>', after) is >= 0 and var last ? last : html.Length;
    }
}
