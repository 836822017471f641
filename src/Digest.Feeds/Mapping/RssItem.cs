using Digest.Feeds.Xml;

namespace Digest.Feeds.Mapping;

/// <summary>An RSS item to the model.</summary>
internal static class RssItem
{
    private static readonly (FeedSpace Space, string Name)[] Contents =
    [
        (FeedSpace.Content, "encoded"), (FeedSpace.Xhtml, "body"), (FeedSpace.Core, "body"),
        (FeedSpace.Core, "fullitem"),
    ];

    private static readonly (FeedSpace Space, string Name)[] Summaries =
    [
        (FeedSpace.Core, "description"), (FeedSpace.DublinCore, "description"), (FeedSpace.Core, "abstract"),
        (FeedSpace.Atom, "summary"), (FeedSpace.Itunes, "summary"), (FeedSpace.Itunes, "subtitle"),
    ];

    private static readonly (FeedSpace Space, string Name)[] Authors =
    [
        (FeedSpace.DublinCore, "creator"), (FeedSpace.DublinCore, "author"), (FeedSpace.Core, "author"),
        (FeedSpace.Atom, "author"), (FeedSpace.Itunes, "author"), (FeedSpace.Core, "managingeditor"),
    ];

    public static FeedEntry Map(XmlField item, FeedOutline outline, Uri? place)
    {
        if (item.Scope.Base is not null)
            place = item.Scope.Base;

        var guid = item.First(FeedSpace.Core, "guid");
        var about = item.AttributesTo > item.AttributesFrom ? item.Attribute("about") : null;
        var links = AtomLinks.All(item.Fields);
        var summary = HtmlOf(item, Summaries) ?? AtomText.Html(Media.Description(item));
        var content = HtmlOf(item, Contents) ?? AtomText.Html(item.First(FeedSpace.Atom, "content"));
        var people = PeopleOf(item);
        var categories = Categories.Of(item.Fields);
        var date = item.First(FeedSpace.DublinCore, "date");
        return new FeedEntry
        {
            Id = guid?.Text is { Length: > 0 } id ? id : about ?? "",
            Title = TitleOf(item),
            Url = UrlOf(item, links, place)
                ?? Permalink(guid, place)
                ?? Links.Resolve(place, about ?? item.Attribute("href")),
            Links = links,
            Summary = summary,
            ContentHtml = content,
            BaseUrl = item.Scope.Stated ? item.Scope.Base?.AbsoluteUri : null,
            People = people,
            Authors = PersonNames.NamesOf(people),
            Contributors = ContributorsOf(item),
            Published = FieldDates.FirstOf(
                item.First(FeedSpace.Core, "pubdate"), date, Terms("issued"), Terms("created"), Atom("published")),
            Updated = FieldDates.FirstOf(Terms("modified"), Atom("updated"), date),
            Categories = categories,
            Tags = Categories.Tags(categories),
            Enclosures = Media.Enclosures(item, links),
            ImageUrl = Media.Image(item, content ?? summary, place),
            CommentsUrl = Links.Resolve(place, item.First(FeedSpace.Core, "comments")?.Text),
            Copyright = Line(item.First(FeedSpace.DublinCore, "rights") ?? item.First(FeedSpace.Core, "copyright")),
            Origin = Origins.Of(item.First(FeedSpace.Core, "source") ?? Atom("source")),
            Language = Languages.Of(
                item.First(FeedSpace.DublinCore, "language")?.Text ?? item.Scope.Language, outline),
        };

        XmlField? Terms(string name) => item.First(FeedSpace.DublinCoreTerms, name);
        XmlField? Atom(string name) => item.First(FeedSpace.Atom, name);
    }

    /// <summary>RSS's own link: the last, as other readers have it, where there are several.</summary>
    public static string? OwnLink(IReadOnlyList<XmlField> fields)
    {
        for (var i = fields.Count - 1; i >= 0; i--)
        {
            if (fields[i] is not { Name: "link", Space: FeedSpace.Core } field)
                continue;

            var href = field.AttributesTo > field.AttributesFrom ? field.Attribute("href") : null;
            if (field.Attribute("rel") is null or "alternate"
                && Links.Resolve(field.Scope.Base, field.Text is { Length: > 0 } text ? text : href) is { } url)
                return url;
        }

        return null;
    }

    public static string? Words(XmlField? field) => field?.Text is { Length: > 0 } text ? text : null;

    public static string? Line(XmlField? field) =>
        field is not null && HtmlText.GuessPlain(field.Html) is { Length: > 0 } line ? line : null;

    private static string TitleOf(XmlField item)
    {
        var title = item.First(FeedSpace.Core, "title")
            ?? item.First(FeedSpace.DublinCore, "title")
            ?? item.First(FeedSpace.Media, "title");
        return title is not null
            ? HtmlText.GuessPlain(title.Html)
            : AtomText.Plain(item.First(FeedSpace.Atom, "title")) ?? "";
    }

    /// <summary>A link relative to nothing known is relative to the page the feed belongs to.</summary>
    private static string? UrlOf(XmlField item, IReadOnlyList<FeedLink> links, Uri? place) =>
        Links.Resolve(place, item.First(FeedSpace.FeedBurner, "origlink")?.Text)
        ?? OwnLink(item.Fields)
        ?? Links.Resolve(place, item.First(FeedSpace.Core, "link")?.Text)
        ?? AtomLinks.Find(links, "alternate");

    /// <summary>A guid is a permanent link unless it says otherwise, but only a whole address is believed.</summary>
    private static string? Permalink(XmlField? guid, Uri? place) =>
        guid?.Text is { } text && text.Contains("://", StringComparison.Ordinal)
        && !string.Equals(guid.Attribute("isPermaLink"), "false", StringComparison.OrdinalIgnoreCase)
            ? Links.Resolve(place, text)
            : null;

    /// <summary>Escaped HTML as it should be; XHTML children, which some write, are taken for what they are.</summary>
    private static string? HtmlOf(XmlField item, (FeedSpace Space, string Name)[] kinds)
    {
        foreach (var (space, name) in kinds)
        {
            if (item.First(space, name) is { } field && field.Html is var html && !string.IsNullOrWhiteSpace(html))
                return HtmlLinks.Resolve(html, field.Scope);
        }

        return null;
    }

    private static IReadOnlyList<FeedPerson> ContributorsOf(XmlField item) =>
        PersonNames.In(item.Fields, FeedSpace.Atom, "contributor") is { Count: > 0 } people
            ? people
            : PersonNames.In(item.Fields, FeedSpace.DublinCore, "contributor");

    private static IReadOnlyList<FeedPerson> PeopleOf(XmlField item)
    {
        foreach (var (space, name) in Authors)
        {
            if (PersonNames.In(item.Fields, space, name) is { Count: > 0 } people)
                return people;
        }

        return [];
    }
}
