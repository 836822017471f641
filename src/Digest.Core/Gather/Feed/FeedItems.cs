using Digest.Feeds;
using Digest.Markup;
using Digest.Model;

namespace Digest.Gather.Feed;

/// <summary>Turns the entries of a feed into items: HTML to Markdown, everything else to one harmless line.</summary>
internal static class FeedItems
{
    public static IReadOnlyList<GatheredItem> From(FeedDocument feed, SourceDefinition source, Uri? location) =>
        [.. feed.Entries.Select(entry => From(entry, feed, source, location))];

    private static GatheredItem From(FeedEntry entry, FeedDocument feed, SourceDefinition source, Uri? location)
    {
        var place = BaseOf(entry, feed) ?? location;
        var body = HtmlToMarkdown.Convert(DoubleEscaped.Undo(entry.ContentHtml ?? entry.Summary ?? ""), place).Trim();
        var authors = entry.Authors.Count > 0 ? entry.Authors : feed.Authors;
        var author = PlainLine.Of(string.Join(", ", authors));
        return new GatheredItem
        {
            ExternalId = entry.Id,
            Title = TitleOf(entry, body),
            Url = entry.Url,
            Body = body,
            Author = author.Length > 0 ? author : null,
            Language = LanguageTag.FirstOf(entry.Language, source.Language, feed.Language),
            Tags = ItemTags.Union(entry.Tags, source.Tags),
            Published = entry.Published ?? entry.Updated,
        };
    }

    private static Uri? BaseOf(FeedEntry entry, FeedDocument feed) =>
        Uri.TryCreate(entry.BaseUrl ?? entry.Url ?? feed.HomeUrl, UriKind.Absolute, out var uri) ? uri : null;

    /// <summary>The first words of the text stand for a title that is missing, else the address.</summary>
    private static string TitleOf(FeedEntry entry, string body)
    {
        var title = PlainLine.Of(entry.Title);
        if (title.Length > 0)
            return title;

        return ItemTitle.FromText(body) is { Length: > 0 } words ? words : entry.Url ?? "(untitled)";
    }
}
