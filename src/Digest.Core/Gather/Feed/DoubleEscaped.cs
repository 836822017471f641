using System.Net;
using System.Text.RegularExpressions;

namespace Digest.Gather.Feed;

/// <summary>
/// HTML that a feed escaped once too often: no tag in it, but the look of a text that is all tags. A text about HTML
/// has tags of its own, or only mentions some, and stays.
/// </summary>
internal static partial class DoubleEscaped
{
    public static string Undo(string html) =>
        !html.Contains('<', StringComparison.Ordinal) && Block().IsMatch(html) ? WebUtility.HtmlDecode(html) : html;

    /// <summary>It begins with an escaped block, and an escaped end of a block ends it.</summary>
    [GeneratedRegex(
        "^\\s*&lt;(?:p|div|ul|ol|table|h[1-6]|blockquote|article|section|figure|pre)" +
        "(?:\\s(?:(?!&[lg]t;).){0,200})?&gt;.*&lt;/\\w{1,10}&gt;\\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Block();
}
