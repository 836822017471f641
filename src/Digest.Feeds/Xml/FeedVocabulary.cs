using System.Collections.Frozen;

namespace Digest.Feeds.Xml;

/// <summary>The elements that are read, by name without prefix, in lower case: feeds do not agree on it.</summary>
internal static class FeedVocabulary
{
    private static readonly FrozenDictionary<string, (string Name, FieldKind Kind)> Fields = Make();

    private static readonly FrozenSet<string> HtmlNames = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "a", "abbr", "acronym", "address", "area", "article", "aside", "audio", "b", "bdi", "bdo", "big", "blockquote",
        "body", "br", "button", "canvas", "center", "cite", "code", "col", "colgroup", "data", "dd", "del", "details",
        "dfn", "div", "dl", "dt", "em", "embed", "fieldset", "figcaption", "figure", "font", "footer", "form", "h1",
        "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "i", "iframe", "img", "input", "ins", "kbd",
        "label", "legend", "li", "link", "main", "map", "mark", "math", "meta", "nav", "noscript", "object", "ol",
        "option", "p", "param", "picture", "pre", "q", "rp", "rt", "ruby", "s", "samp", "script", "section", "select",
        "small", "source", "span", "strike", "strong", "style", "sub", "summary", "sup", "svg", "table", "tbody", "td",
        "textarea", "tfoot", "th", "thead", "time", "title", "tr", "track", "tt", "u", "ul", "var", "video", "wbr");

    private static readonly FrozenSet<string> VoidNames = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr");

    public static bool TryFind(ReadOnlySpan<char> name, out (string Name, FieldKind Kind) field) =>
        Fields.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out field);

    public static bool IsHtml(ReadOnlySpan<char> name) =>
        HtmlNames.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);

    /// <summary>True for HTML elements that have no end.</summary>
    public static bool IsVoid(ReadOnlySpan<char> name) =>
        VoidNames.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);

    /// <summary>What an element holds; some names mean another thing in another namespace.</summary>
    public static FieldKind KindOf(FeedSpace space, string name, FieldKind kind) => (space, name) switch
    {
        (FeedSpace.Media, "content" or "group") or (FeedSpace.Itunes, "category" or "owner") => FieldKind.Group,
        (FeedSpace.Core or FeedSpace.Atom, _) => kind,
        _ => kind == FieldKind.Html ? FieldKind.Html : FieldKind.Text,
    };

    private static FrozenDictionary<string, (string Name, FieldKind Kind)> Make()
    {
        var fields = new Dictionary<string, (string, FieldKind)>();
        Add(FieldKind.Root, "rss rdf feed channel");
        Add(FieldKind.Entry, "item entry");
        Add(FieldKind.Group, "author contributor source image textinput skiphours skipdays");
        Add(FieldKind.Html, "description content encoded summary subtitle tagline info rights copyright body fullitem");
        Add(FieldKind.Text, "title link guid id pubdate updated published modified issued created date");
        Add(FieldKind.Text, "category icon");
        Add(FieldKind.Text, "comments enclosure language managingeditor webmaster lastbuilddate generator docs ttl");
        Add(FieldKind.Text, "logo hour day name email uri url homepage width height creator subject keywords");
        Add(FieldKind.Text, "owner group thumbnail origlink origenclosurelink updateperiod updatefrequency");
        Add(FieldKind.Text, "abstract lastmod identifier duration cloud rating");
        return fields.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

        void Add(FieldKind kind, string names)
        {
            foreach (var name in names.Split(' '))
                fields.Add(name, (name, kind));
        }
    }
}
