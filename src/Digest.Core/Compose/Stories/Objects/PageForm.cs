using System.Text.RegularExpressions;

namespace Digest.Compose.Stories.Objects;

/// <summary>
/// What two spellings of one page share beyond a canonical address: the host for phones, the page for phones, the file
/// that a folder shows, the place of the comments, the forms that minutes are kept in. Only stories are compared by
/// it; what readers are sent to stays as it was given.
/// </summary>
internal static partial class PageForm
{
    /// <param name="canonical">As <see cref="CanonicalUrl"/> writes it.</param>
    public static string Of(string canonical)
    {
        var (address, fragment) = Cut(canonical, '#');
        var (place, query) = Cut(address, '?');
        var path = MinutesFile().Replace(BlogHost().Replace(PhoneHost().Replace(place, ""), ".blogspot.com/"), "");
        var kept = Query(query);
        path = PhonePage().Replace(kept.Length == 0 ? FolderFile().Replace(path, "/") : path, "/");
        return path + kept + (PlaceOnPage().IsMatch(fragment) ? "" : fragment);
    }

    private static string Query(string query)
    {
        if (query.Length == 0)
            return query;

        var kept = query[1..].Split('&').Where(part => !View().IsMatch(part)).ToList();
        return kept.Count == 0 ? "" : $"?{string.Join('&', kept)}";
    }

    private static (string Before, string From) Cut(string text, char mark) =>
        text.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var at ? (text[..at], text[at..]) : (text, "");

    // m.example.org, mobile.example.org, en.m.wikipedia.org; a host of two labels is its own.
    [GeneratedRegex(@"(?<=^//)(?:m|mobile|wap|amp|touch)\.(?=[^/]+\.[^/]+)|(?<=^//[a-z-]{2,12}\.)m\.(?=[^/]+\.[^/]+)")]
    private static partial Regex PhoneHost();

    // Blogger sends readers to the domain of their country.
    [GeneratedRegex(@"\.blogspot\.(?:[a-z]{2,3})(?:\.[a-z]{2})?/")]
    private static partial Regex BlogHost();

    [GeneratedRegex(@"/(?:index|default)\.(?:html?|php|aspx?|jsp)$", RegexOptions.IgnoreCase)]
    private static partial Regex FolderFile();

    [GeneratedRegex(@"(?<=[^/]/[^/].*)/amp/?$|/amp/(?=.)")]
    private static partial Regex PhonePage();

    [GeneratedRegex("^(?:m=1|amp(?:=1)?|rss=1|isappinstalled=[01]|from=(?:timeline|(?:group|single)message)"
        + "|replytocom=[0-9]+|spm=.*|share_[a-z]+=.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex View();

    [GeneratedRegex("^#(?:comments?|comment-?[0-9]+|respond|disqus_thread|top|content|more|reply)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex PlaceOnPage();

    // MeetBot writes each meeting as minutes and as a log, both as text and as a page.
    [GeneratedRegex(@"(?<=\.[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9]{2}\.[0-9]{2})(?:\.log)?\.(?:html|txt)$")]
    private static partial Regex MinutesFile();
}
