using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Digest.Markup;

/// <summary>
/// Cleans untrusted HTML by an allow-list of elements, attributes and URL schemes on the parsed tree; the result is a
/// fixed point: parsing and cleaning it again changes nothing (standards.md §5.4).
/// </summary>
public static class HtmlCleaner
{
    // A feed entry of two megabytes is a book or an attack.
    private const int LongestHtml = 2_000_000;

    // Real mails nest tables some thirty deep. The walk below is recursive, so this also bounds the stack.
    private const int DeepestNesting = 100;

    // One round removes, the second normalises what the parser moved; what has not settled by then is built to
    // unsettle.
    private const int MostRounds = 5;

    /// <param name="html">A fragment.</param>
    /// <param name="baseUrl">What relative links are resolved against; without one they are dropped.</param>
    public static string Clean(string html, Uri? baseUrl)
    {
        if (html.Length > LongestHtml)
            return CleanHtmlWriter.Escape(html);

        try
        {
            return Settle(html, baseUrl) ?? CleanHtmlWriter.Escape(html);
        }
        catch (NestingException)
        {
            return CleanHtmlWriter.Escape(html);
        }
    }

    /// <summary>Parses a fragment as the content of <c>body</c>, no deeper than the walk over it can bear.</summary>
    /// <exception cref="NestingException">So many elements are open at once that parsing would take
    /// forever.</exception>
    internal static INode Parse(string html)
    {
        var guard = new NestingGuard();
        var options = new HtmlParserOptions
        {
            MaximumDepth = DeepestNesting,
            OnToken = (token, _) => guard.Watch(token),
        };
        return new HtmlParser(options).ParseDocument($"<!DOCTYPE html><body>{html}").Body!;
    }

    private static string? Settle(string html, Uri? baseUrl)
    {
        var before = Rewrite(html, baseUrl);
        for (var round = 0; round < MostRounds; round++)
        {
            var after = Rewrite(before, null);
            if (after == before)
                return after;

            before = after;
        }

        return null;
    }

    private static string Rewrite(string html, Uri? baseUrl)
    {
        var writer = new CleanHtmlWriter(baseUrl);
        writer.WriteChildren(Parse(html));
        return writer.ToString();
    }
}
