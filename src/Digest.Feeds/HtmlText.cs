using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Digest.Feeds;

/// <summary>Plain text and HTML, one made of the other.</summary>
internal static partial class HtmlText
{
    /// <summary>Plain text as an HTML fragment.</summary>
    public static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>HTML as plain text on one line, for titles and names; never to be taken for cleaned HTML.</summary>
    public static string ToPlain(string html) => OneLine(WebUtility.HtmlDecode(AnyTag().Replace(html, " ")));

    /// <summary>
    /// Text that may or may not be HTML, as RSS titles are: only what can be nothing else is taken for markup, so that
    /// "a &lt; b" and "List&lt;T&gt;" stay.
    /// </summary>
    public static string GuessPlain(string text) => OneLine(WebUtility.HtmlDecode(InlineTag().Replace(text, "")));

    /// <summary>Any run of white space or control characters becomes one space; the ends are trimmed.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (!char.IsWhiteSpace(character) && !char.IsControl(character))
                line.Append(character);
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }

        return line.ToString().TrimEnd();
    }

    [GeneratedRegex("<[a-zA-Z/!][^<>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex AnyTag();

    [GeneratedRegex(
        "</?(?:a|abbr|b|big|br|cite|code|del|div|em|font|h[1-6]|i|img|ins|mark|p|q|s|small|span|strong|sub|sup|tt|u" +
        "|wbr)(?:\\s[^<>]*|/)?>",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InlineTag();
}
