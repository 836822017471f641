namespace Digest.Feeds;

/// <summary>What a written feed says where the document says nothing and the format wants something.</summary>
internal static class WrittenText
{
    /// <summary>On one line; the place of a feed without a title.</summary>
    public static string TitleOf(FeedDocument feed) => LineOf(feed.Title) is { Length: > 0 } title
        ? title
        : WrittenAddress.Of(feed.HomeUrl ?? feed.SelfUrl) ?? "untitled";

    /// <summary>On one line; empty where the entry has none but has a text.</summary>
    public static string TitleOf(FeedEntry entry)
    {
        var title = LineOf(entry.Title);
        return title.Length > 0 || entry.Summary is not null || entry.ContentHtml is not null
            ? title
            : WrittenAddress.Of(entry.Url) ?? LineOf(entry.Id);
    }

    /// <summary>Names and tags that are more than blanks, each once, in their order.</summary>
    public static IEnumerable<string> Lines(IEnumerable<string> texts) =>
        texts.Select(LineOf).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal);

    private static string LineOf(string text) => HtmlText.OneLine(XmlText.Clean(text));
}
