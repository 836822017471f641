using System.Net;
using System.Text.RegularExpressions;

namespace Digest.IntegrationTests.Feeds.Gofeed;

/// <summary>When two texts say the same: equal, unless the field is of another kind in the two models.</summary>
internal static partial class GofeedComparison
{
    // One line of plain text here, whatever the feed wrote in gofeed.
    private static readonly string[] PlainFields =
        ["title", "copyright", "generator", "image title", "source title", "categories", "authors", "contributors"];

    // HTML here, so that text which is not HTML is escaped.
    private static readonly string[] HtmlFields = ["content", "description"];

    public static bool Agree(string path, string expected, string? actual)
    {
        var isOfFeed = path.StartsWith("feed ", StringComparison.Ordinal);
        var name = isOfFeed ? path[5..] : Regex.Replace(path, "^item [0-9]+ ", "");
        if (PlainFields.Contains(name) || isOfFeed && name == "description")
            return actual is not null && Plain(expected) == OneLine(actual);
        if (HtmlFields.Contains(name))
            return actual is not null && OneLine(actual) is var html
                && (html == OneLine(expected) || html == OneLine(WebUtility.HtmlEncode(expected)));

        return OneLine(expected) == OneLine(actual ?? "");
    }

    private static string Plain(string text) => OneLine(WebUtility.HtmlDecode(Tag().Replace(text, " ")));

    private static string OneLine(string text) => Space().Replace(text, " ").Trim();

    [GeneratedRegex("</?[a-z][^<>@]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("\\s+")]
    private static partial Regex Space();
}
