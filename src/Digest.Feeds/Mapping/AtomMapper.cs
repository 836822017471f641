using Digest.Feeds.Xml;

namespace Digest.Feeds.Mapping;

/// <summary>Atom 0.3 and 1.0 to the model.</summary>
internal static class AtomMapper
{
    public static FeedDocument Map(FeedOutline outline, FeedWarnings warnings)
    {
        var fields = outline.Metadata;
        var links = AtomLinks.All(fields);
        var people = PersonNames.In(fields, FeedSpace.Core, "author");
        var icon = Resolved(Named("icon"));
        var image = Resolved(Named("logo")) ?? icon;
        return new FeedDocument
        {
            Id = Named("id")?.Text ?? "",
            Title = AtomText.Plain(Named("title") ?? Dc("title")) ?? "",
            Description = AtomText.Plain(Named("subtitle") ?? Named("tagline")) ?? "",
            HomeUrl = AtomLinks.Find(links, "alternate"),
            SelfUrl = AtomLinks.Find(links, "self"),
            Links = links,
            Language = outline.Scope.Language ?? Dc("language")?.Text,
            Updated = FieldDates.FirstOf(Named("updated"), Named("modified"), Dc("date")),
            Published = FieldDates.FirstOf(Named("published")),
            People = people,
            Authors = PersonNames.NamesOf(people),
            Contributors = PersonNames.In(fields, FeedSpace.Core, "contributor"),
            Categories = Categories.Of(fields),
            Copyright = Words(AtomText.Plain(Named("rights") ?? Named("copyright") ?? Dc("rights"))),
            Generator = GeneratorOf(Named("generator")),
            Image = image is null ? null : new FeedImage(image),
            IconUrl = icon,
            Schedule = Schedules.Of(fields),
            Format = "Atom",
            Version = VersionOf(outline),
            Entries = Identities.MakeUnique([.. outline.Entries.Select(entry => MapEntry(entry, outline))], warnings),
        };

        XmlField? Named(string name) => FieldList.First(fields, FeedSpace.Core, name);
        XmlField? Dc(string name) => FieldList.First(fields, FeedSpace.DublinCore, name);
    }

    private static FeedEntry MapEntry(XmlField entry, FeedOutline outline)
    {
        var links = AtomLinks.All(entry.Fields);
        var content = Named("content");
        var summary = AtomText.Html(Named("summary") ?? Media.Description(entry));
        var html = AtomText.Html(content);
        var scope = content?.Scope ?? entry.Scope;
        var source = Named("source");
        var categories = Categories.Of(entry.Fields);
        var people = PersonNames.In(entry.Fields, FeedSpace.Core, "author");
        if (people.Count == 0)
            people = PersonNames.In(entry.Fields, FeedSpace.DublinCore, "creator");
        if (people.Count == 0 && source is not null)
            people = PersonNames.In(source.Fields, FeedSpace.Core, "author");
        return new FeedEntry
        {
            Id = Named("id")?.Text ?? "",
            Title = AtomText.Plain(Named("title") ?? entry.First(FeedSpace.DublinCore, "title")) ?? "",
            Url = Resolved(entry.First(FeedSpace.FeedBurner, "origlink")) ?? AtomLinks.Find(links, "alternate"),
            Links = links,
            Summary = summary,
            ContentHtml = html,
            BaseUrl = scope.Stated ? scope.Base?.AbsoluteUri : null,
            People = people,
            Authors = PersonNames.NamesOf(people),
            Contributors = PersonNames.In(entry.Fields, FeedSpace.Core, "contributor"),
            Published = FieldDates.FirstOf(Named("published"), Named("issued"), Named("created")),
            Updated = FieldDates.FirstOf(Named("updated"), Named("modified")),
            Categories = categories,
            Tags = Categories.Tags(categories),
            Enclosures = Media.Enclosures(entry, links),
            ImageUrl = Media.Image(entry, html ?? summary, scope.Base),
            CommentsUrl = AtomLinks.Find(links, "replies"),
            Copyright = Words(AtomText.Plain(Named("rights") ?? Named("copyright"))),
            Origin = Origins.Of(source),
            Language = Languages.Of(scope.Language ?? entry.First(FeedSpace.DublinCore, "language")?.Text, outline),
        };

        XmlField? Named(string name) => entry.First(FeedSpace.Core, name);
    }

    private static string? Resolved(XmlField? field) =>
        field is null ? null : Links.Resolve(field.Scope.Base, field.Text);

    private static string? Words(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static string? GeneratorOf(XmlField? field)
    {
        if (field is null)
            return null;

        var version = field.Attribute("version");
        return Words(HtmlText.OneLine(string.Join(
            ' ',
            field.Text,
            string.IsNullOrEmpty(version) ? "" : $"v{version}",
            Links.Resolve(field.Scope.Base, field.Attribute("uri") ?? field.Attribute("url")) ?? "")));
    }

    private static string VersionOf(FeedOutline outline)
    {
        var isOld = outline.Address.Contains("purl.org/atom/ns", StringComparison.OrdinalIgnoreCase);
        return outline.Version.Length > 0 ? outline.Version : isOld ? "0.3" : "1.0";
    }
}
