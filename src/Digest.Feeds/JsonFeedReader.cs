using System.Globalization;
using System.Text.Json;
using Digest.Feeds.Mapping;

namespace Digest.Feeds;

/// <summary>JSON Feed 1.0 and 1.1 to the model.</summary>
internal static class JsonFeedReader
{
    private const int MostEntries = 5_000;

    private static readonly JsonDocumentOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 64,
    };

    public static FeedReadResult Read(string text, Uri? location, FeedWarnings warnings)
    {
        try
        {
            using var json = JsonDocument.Parse(text.Trim(), Options);
            return Map(new JsonObject(json.RootElement), location, warnings);
        }
        catch (JsonException exception)
        {
            var line = (exception.LineNumber ?? 0) + 1;
            return new FeedReadResult.NotAFeed(string.Create(
                CultureInfo.InvariantCulture, $"line {line}: the JSON is broken or cut off"));
        }
    }

    private static FeedReadResult Map(JsonObject json, Uri? location, FeedWarnings warnings)
    {
        var items = json.Objects("items");
        var version = json.Text("version") ?? "";
        if (!version.Contains("jsonfeed.org/version/", StringComparison.Ordinal) && items.Count == 0)
            return new FeedReadResult.NotAFeed("line 1: a JSON document, not a feed");

        if (items.Count > MostEntries)
            warnings.Add("too many entries; the rest was left out");

        var entries = items.Take(MostEntries).Select(item => MapItem(item, location, json.Text("language")));
        var people = PeopleOf(json, location);
        var feed = new FeedDocument
        {
            Format = "JSON Feed",
            Version = version[(version.LastIndexOf('/') + 1)..],
            Id = json.Text("feed_url") ?? "",
            Title = HtmlText.OneLine(json.Text("title") ?? ""),
            Description = HtmlText.OneLine(json.Text("description") ?? ""),
            HomeUrl = Links.Resolve(location, json.Text("home_page_url")),
            SelfUrl = Links.Resolve(location, json.Text("feed_url")),
            Language = json.Text("language"),
            People = people,
            Authors = PersonNames.NamesOf(people),
            Links = LinksOf(location, json.Text("home_page_url"), json.Text("feed_url")),
            Image = ImageOf(json, location),
            IconUrl = Links.Resolve(location, json.Text("favicon")),
            Entries = Identities.MakeUnique([.. entries], warnings),
        };
        return new FeedReadResult.Read(feed, warnings.ToList());
    }

    private static FeedEntry MapItem(JsonObject item, Uri? location, string? feedLanguage)
    {
        var title = HtmlText.OneLine(item.Text("title") ?? "");
        var url = Links.Resolve(location, item.Text("url") ?? item.Text("external_url"));
        var text = item.Text("content_text");
        var language = item.Text("language");
        var people = PeopleOf(item, location);
        var tags = item.Texts("tags").Select(HtmlText.OneLine).Where(tag => tag.Length > 0).Distinct().ToArray();
        return new FeedEntry
        {
            Id = item.Text("id")?.Trim() ?? "",
            Title = title,
            Url = url,
            Summary = item.Text("summary") is { } summary ? HtmlText.Escape(summary) : null,
            ContentHtml = item.Text("content_html") ?? (text is null ? null : HtmlText.Escape(text)),
            People = people,
            Authors = PersonNames.NamesOf(people),
            Links = LinksOf(location, item.Text("url"), item.Text("external_url")),
            ImageUrl = Links.Resolve(location, item.Text("image") ?? item.Text("banner_image")),
            Enclosures = EnclosuresOf(item, location),
            Published = Date(item.Text("date_published")),
            Updated = Date(item.Text("date_modified")),
            Tags = tags,
            Categories = [.. tags.Select(tag => new FeedCategory(tag))],
            Language = language == feedLanguage ? null : language,
        };
    }

    /// <summary>1.1 has a list, 1.0 had one author.</summary>
    private static IReadOnlyList<FeedPerson> PeopleOf(JsonObject json, Uri? location) =>
    [
        .. json.Objects("authors").Concat(json.Objects("author"))
            .Select(author => new FeedPerson
            {
                Name = HtmlText.OneLine(author.Text("name") ?? ""),
                Url = Links.Resolve(location, author.Text("url")),
            })
            .Where(person => person.Name.Length > 0 || person.Url is not null)
            .Distinct(),
    ];

    private static List<FeedLink> LinksOf(Uri? location, string? page, string? other)
    {
        var relation = "alternate";
        List<FeedLink> links = [];
        foreach (var written in (ReadOnlySpan<string?>)[page, other])
        {
            if (Links.Resolve(location, written) is { } url && !links.Exists(link => link.Url == url))
                links.Add(new FeedLink(url, relation));

            relation = "related";
        }

        return links;
    }

    private static FeedImage? ImageOf(JsonObject json, Uri? location) =>
        Links.Resolve(location, json.Text("icon") ?? json.Text("favicon")) is { } url ? new FeedImage(url) : null;

    private static FeedEnclosure[] EnclosuresOf(JsonObject item, Uri? location)
    {
        List<FeedEnclosure>? found = null;
        foreach (var attachment in item.Objects("attachments"))
        {
            var size = attachment.Text("size_in_bytes");
            if (Links.Resolve(location, attachment.Text("url")) is { } url)
                (found ??= []).Add(new FeedEnclosure(url, attachment.Text("mime_type"), Media.Length(size)));
        }

        return found?.ToArray() ?? [];
    }

    private static DateTimeOffset? Date(string? text) =>
        FeedDate.TryParse(text, TimeZoneInfo.Utc, out var date) ? date : null;
}
