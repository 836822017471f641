using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Digest.Feeds;

/// <summary>Plain text and HTML, one made of the other.</summary>
internal static partial class HtmlText
{
    private const string Names =
        "a|abbr|b|big|blockquote|br|center|cite|code|dd|del|div|dl|dt|em|figure|font|h[1-6]|hr|i|iframe|img|ins|li" +
        "|ol|p|pre|q|s|section|small|span|strong|sub|sup|table|tbody|td|th|tr|tt|u|ul|video";

    /// <summary>Plain text as an HTML fragment.</summary>
    public static string Escape(string text) => !text.AsSpan().ContainsAny('&', '<', '>')
        ? text
        : text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>HTML as plain text on one line, for titles and names; never to be taken for cleaned HTML.</summary>
    public static string ToPlain(string html) => OneLine(Decode(Without(AnyTag(), " ", html)));

    /// <summary>
    /// Text that may or may not be HTML, as RSS titles are: only what can be nothing else is taken for markup, so that
    /// "a &lt; b" and "List&lt;T&gt;" stay.
    /// </summary>
    public static string GuessPlain(string text) => OneLine(Decode(Without(InlineTag(), "", text)));

    /// <summary>True for text with a tag of HTML in it.</summary>
    public static bool HoldsTags(string text) =>
        text.Contains('<', StringComparison.Ordinal) && BlockTag().IsMatch(text);

    /// <summary>True for text that ends an element of HTML, which only HTML does.</summary>
    public static bool HoldsEndTags(string text) =>
        text.Contains("</", StringComparison.Ordinal) && EndTag().IsMatch(text);

    /// <summary>Any run of white space or control characters becomes one space; the ends are trimmed.</summary>
    public static string OneLine(string text)
    {
        if (IsOneLine(text))
            return text;

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

    private static bool IsOneLine(string text)
    {
        var wasSpace = true;
        foreach (var character in text)
        {
            var isSpace = character == ' ';
            if (isSpace ? wasSpace : char.IsWhiteSpace(character) || char.IsControl(character))
                return false;

            wasSpace = isSpace;
        }

        return !wasSpace || text.Length == 0;
    }

    private static string Without(Regex tag, string instead, string text) =>
        text.Contains('<', StringComparison.Ordinal) ? tag.Replace(text, instead) : text;

    private static string Decode(string text) =>
        text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;

    [GeneratedRegex("<[a-zA-Z/!][^<>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex AnyTag();

    [GeneratedRegex(
        "</?(?:a|abbr|b|big|br|cite|code|del|div|em|font|h[1-6]|i|img|ins|mark|p|q|s|small|span|strong|sub|sup|tt|u" +
        "|wbr)(?:\\s[^<>]*|/)?>",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InlineTag();

    [GeneratedRegex("</?(?:" + Names + ")(?:\\s[^<>]*|/)?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BlockTag();

    [GeneratedRegex("</(?:" + Names + ")\\s?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EndTag();
}
