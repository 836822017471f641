using System.Globalization;
using Digest.Feeds;

namespace Digest.IntegrationTests.Feeds.Gofeed;

/// <summary>The project's model under gofeed's names.</summary>
internal static class GofeedFields
{
    public static string? Of(FeedDocument feed, string path)
    {
        if (path == "items")
            return $"{feed.Entries.Count}";
        if (path.StartsWith("feed ", StringComparison.Ordinal))
            return OfFeed(feed, path[5..]);

        var rest = path[5..];
        var space = rest.IndexOf(' ', StringComparison.Ordinal);
        var entry = int.Parse(rest[..space], CultureInfo.InvariantCulture);
        return entry < feed.Entries.Count ? OfEntry(feed.Entries[entry], rest[(space + 1)..]) : null;
    }

    private static string? OfFeed(FeedDocument feed, string name) => name switch
    {
        "title" => feed.Title,
        "description" => feed.Description,
        "link" => feed.HomeUrl,
        "feedLink" => feed.SelfUrl,
        "links" => Links(feed.Links),
        "guid" => feed.Id,
        "language" => feed.Language,
        "updatedParsed" => Date(feed.Updated),
        "publishedParsed" => Date(feed.Published),
        "authors" => People(feed.People),
        "contributors" => People(feed.Contributors),
        "categories" => Categories(feed.Categories),
        "copyright" => feed.Copyright,
        "generator" => feed.Generator,
        "image" => feed.Image?.Url,
        "image title" => feed.Image?.Title,
        "icon" => feed.Format == "JSON Feed" ? feed.Image?.Url : feed.IconUrl,
        "version" => feed.Version,
        "feedType" => feed.Format.Split(' ')[0].ToLowerInvariant(),
        "ttl" => $"{feed.Schedule.TimeToLive?.TotalMinutes}",
        "skipHours" => string.Join(" | ", feed.Schedule.SkipHours),
        "skipDays" => string.Join(" | ", feed.Schedule.SkipDays),
        _ => null,
    };

    private static string? OfEntry(FeedEntry entry, string name) => name switch
    {
        "title" => entry.Title,
        "description" => entry.Summary,
        "content" => entry.ContentHtml,
        "link" => entry.Url,
        "links" => Links(entry.Links),
        "guid" => entry.Id,
        "updatedParsed" => Date(entry.Updated),
        "publishedParsed" => Date(entry.Published),
        "authors" => People(entry.People),
        "contributors" => People(entry.Contributors),
        "categories" => Categories(entry.Categories),
        "enclosures" => string.Join(" | ", entry.Enclosures.Select(file => $"{file.Url} {file.Type} {file.Length}")),
        "image" => entry.ImageUrl,
        "copyright" => entry.Copyright,
        "comments" => entry.CommentsUrl,
        "source title" => entry.Origin?.Title,
        "source id" => entry.Origin?.Id,
        "source link" => entry.Origin?.Url,
        _ => null,
    };

    private static string Links(IReadOnlyList<FeedLink> links) => string.Join(" | ", links.Select(link => link.Url));

    private static string People(IReadOnlyList<FeedPerson> people) =>
        string.Join(" | ", people.Select(person => $"{person.Name} <{person.Email}> {person.Url}"));

    private static string Categories(IReadOnlyList<FeedCategory> categories) =>
        string.Join(" | ", categories.Select(category => category.Label ?? category.Term));

    private static string? Date(DateTimeOffset? date) =>
        date?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
