using System.Xml.Linq;

namespace Digest.Feeds;

/// <summary>
/// Atom 0.3 and 1.0 to the model. Elements are looked for in the namespace of the entry that holds them.
/// </summary>
internal static class AtomMapper
{
    private static readonly XName Lang = XNamespace.Xml + "lang";

    public static FeedDocument Map(XmlOutline outline, FeedWarnings warnings)
    {
        var metadata = outline.Metadata;
        var entries = outline.Entries.Select(entry => MapEntry(entry, outline));
        return new FeedDocument
        {
            Id = Named("id")?.Value.Trim() ?? "",
            Title = AtomText.Plain(Named("title")) ?? "",
            Description = AtomText.Plain(Named("subtitle") ?? Named("tagline")) ?? "",
            HomeUrl = Links.Resolve(outline.Base, AtomLinks.Find(metadata, "alternate")),
            SelfUrl = Links.Resolve(outline.Base, AtomLinks.Find(metadata, "self")),
            Language = outline.Language,
            Updated = FeedDate.FirstOf(Named("updated"), Named("modified")),
            Authors = PersonNames.In(metadata, outline.Core + "author"),
            Entries = Identities.MakeUnique(entries, warnings),
        };

        XElement? Named(string name) => metadata.Find(element => element.Name == outline.Core + name);
    }

    private static FeedEntry MapEntry(XElement entry, XmlOutline outline)
    {
        var atom = entry.Name.Namespace;
        var here = Links.BaseOf(entry, outline.Base);
        var title = AtomText.Plain(entry.Element(atom + "title")) ?? "";
        var url = Links.Resolve(here, AtomLinks.Find(entry.Elements(), "alternate"));
        var content = entry.Element(atom + "content");
        var language = (string?)(content?.Attribute(Lang) ?? entry.Attribute(Lang));
        return new FeedEntry
        {
            Id = entry.Element(atom + "id")?.Value.Trim() ?? "",
            Title = title,
            Url = url,
            Summary = AtomText.Html(entry.Element(atom + "summary")),
            ContentHtml = AtomText.Html(content),
            BaseUrl = Links.StatedBase(content ?? entry, outline),
            Authors = PersonNames.In(entry.Elements(), atom + "author"),
            Published = FeedDate.FirstOf(
                entry.Element(atom + "published"), entry.Element(atom + "issued"), entry.Element(atom + "created")),
            Updated = FeedDate.FirstOf(entry.Element(atom + "updated"), entry.Element(atom + "modified")),
            Tags = [.. entry.Elements(atom + "category").Select(Tag).Where(tag => tag.Length > 0).Distinct()],
            Language = string.IsNullOrEmpty(language) || language == outline.Language ? null : language,
        };
    }

    private static string Tag(XElement category) =>
        HtmlText.OneLine((string?)(category.Attribute("term") ?? category.Attribute("label")) ?? category.Value);
}
