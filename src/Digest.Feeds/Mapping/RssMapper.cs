using Digest.Feeds.Xml;

namespace Digest.Feeds.Mapping;

/// <summary>RSS 0.9x, 1.0 and 2.0, and CDF, to the model.</summary>
internal static class RssMapper
{
    public static FeedDocument Map(FeedOutline outline, FeedWarnings warnings)
    {
        var fields = outline.Metadata;
        var links = AtomLinks.All(fields);
        var home = RssItem.OwnLink(fields)
            ?? AtomLinks.Find(links, "alternate")
            ?? Links.Resolve(outline.Scope.Base, outline.Href);

        // A file has no address of its own; the page the feed belongs to is the next best base.
        var place = outline.Scope.Base ?? Links.Place(null, home);
        var people = PeopleOf(fields);
        var language = RssItem.Words(Text("language") ?? Of(FeedSpace.DublinCore, "language"))
            ?? outline.Scope.Language;
        var description = Text("description") ?? Of(FeedSpace.DublinCore, "description")
            ?? Of(FeedSpace.Itunes, "summary") ?? Text("abstract");
        return new FeedDocument
        {
            Title = HtmlText.GuessPlain((Text("title") ?? Of(FeedSpace.DublinCore, "title"))?.Html ?? ""),
            Description = HtmlText.ToPlain(description?.Html ?? ""),
            HomeUrl = home,
            SelfUrl = AtomLinks.Find(links, "self"),
            Links = links,
            Language = language,
            Updated = FieldDates.FirstOf(
                Text("lastbuilddate"), Of(FeedSpace.DublinCore, "date"), Of(FeedSpace.Atom, "updated"),
                Text("pubdate")),
            Published = FieldDates.FirstOf(Text("pubdate")),
            People = people,
            Authors = PersonNames.NamesOf(people),
            Categories = Categories.Of(fields),
            Copyright = RssItem.Line(Text("copyright") ?? Of(FeedSpace.DublinCore, "rights")),
            Generator = RssItem.Line(Text("generator")),
            Image = ImageOf(fields, description, place),
            Schedule = Schedules.Of(fields),
            Format = "RSS",
            Version = VersionOf(outline),
            Entries = Identities.MakeUnique(
                [.. outline.Entries.Select(item => RssItem.Map(item, outline, place))], warnings),
        };

        XmlField? Text(string name) => FieldList.First(fields, FeedSpace.Core, name);
        XmlField? Of(FeedSpace space, string name) => FieldList.First(fields, space, name);
    }

    /// <summary>The first kind of author that names anybody.</summary>
    private static IReadOnlyList<FeedPerson> PeopleOf(IReadOnlyList<XmlField> fields)
    {
        (FeedSpace Space, string Name)[] kinds =
        [
            (FeedSpace.Core, "managingeditor"), (FeedSpace.Core, "webmaster"), (FeedSpace.DublinCore, "author"),
            (FeedSpace.DublinCore, "creator"), (FeedSpace.Itunes, "author"), (FeedSpace.Core, "author"),
            (FeedSpace.Atom, "author"),
        ];
        foreach (var (space, name) in kinds)
        {
            if (PersonNames.In(fields, space, name) is { Count: > 0 } people)
                return people;
        }

        return [];
    }

    private static FeedImage? ImageOf(IReadOnlyList<XmlField> fields, XmlField? description, Uri? place)
    {
        // RSS 1.0 names the picture in the channel and tells of it beside the channel.
        var images = FieldList.All(fields, FeedSpace.Core, "image").ToArray();
        var told = Array.FindLast(images, image => image.Fields.Count > 0) ?? images.FirstOrDefault();
        if (told is not null && Media.ImageUrl(told) is { } url)
            return new FeedImage(url, HtmlText.GuessPlain(told.First(FeedSpace.Core, "title")?.Html ?? ""));

        var other = Media.Named(fields, 0) ?? Links.Resolve(place, Media.FirstIn(description?.Html));
        return other is null ? null : new FeedImage(other);
    }

    private static string VersionOf(FeedOutline outline) => outline.Root != "rdf"
        ? outline.Version
        : outline.Address.Contains("netscape.com/rdf/simple/0.9", StringComparison.OrdinalIgnoreCase) ? "0.9" : "1.0";
}
