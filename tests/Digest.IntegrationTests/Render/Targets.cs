using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Digest.IntegrationTests.Render;

/// <summary>Finds link targets, in Markdown without the project's own parser.</summary>
internal static partial class Targets
{
    /// <summary>Addresses in <c>&lt;…&gt;</c>, in <c>(…)</c> after a label, in definitions, and bare ones.</summary>
    public static IReadOnlyList<string> InMarkdown(string markdown) =>
        [.. Address().Matches(markdown).Select(match => match.Groups["url"].Value)];

    public static IReadOnlyList<string> InHtml(string html) =>
        [.. new HtmlParser().ParseDocument(html).QuerySelectorAll("a[href], img[src]")
            .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!)];

    [GeneratedRegex(
        @"<(?<url>(?:https?|mailto):[^>\s]+)>|\]\((?<url>https?:[^)\s]+)[^)]*\)"
        + @"|^\[\d+\]:\s*(?<url>\S+)|(?<=[^<(:\s\w])(?<url>https?://[\x21-\x7e]+)",
        RegexOptions.Multiline)]
    private static partial Regex Address();
}
