using Digest.Feeds.Xml;

namespace Digest.Feeds.Mapping;

/// <summary>What a feed or an entry is about, in the words of RSS, Atom, Dublin Core and the podcasts.</summary>
internal static class Categories
{
    public static IReadOnlyList<FeedCategory> Of(IReadOnlyList<XmlField> fields)
    {
        List<FeedCategory>? categories = null;
        for (var i = 0; i < fields.Count; i++)
        {
            if (IsCategory(fields[i]))
                Add(fields[i], categories ??= [], 0);
        }

        return categories is { Count: > 0 } ? categories : [];
    }

    /// <summary>Each once, as people are shown it.</summary>
    public static IReadOnlyList<string> Tags(IReadOnlyList<FeedCategory> categories) =>
        categories.Count == 0 ? [] : [.. categories.Select(category => category.Label ?? category.Term).Distinct()];

    private static bool IsCategory(XmlField field) => field.Name switch
    {
        "category" => field.Space is FeedSpace.Core or FeedSpace.Atom or FeedSpace.Itunes or FeedSpace.Media,
        "keywords" => field.Space is FeedSpace.Itunes or FeedSpace.Media,
        "subject" => field.Space == FeedSpace.DublinCore,
        _ => false,
    };

    private static void Add(XmlField field, List<FeedCategory> categories, int depth)
    {
        if (field.Name == "keywords")
        {
            foreach (var word in field.Text.Split(',', '，', '、'))
                Add(categories, word, null, null);
            return;
        }

        var hasAttributes = field.AttributesTo > field.AttributesFrom;
        var term = hasAttributes ? field.Attribute("term") ?? field.Attribute("text") : null;
        var label = hasAttributes ? field.Attribute("label") : null;
        var scheme = hasAttributes ? field.Attribute("domain") ?? field.Attribute("scheme") : null;
        var words = term ?? (field.Fields.Count == 0 ? field.Html : "");
        Add(categories, words.Length > 0 ? words : label ?? "", scheme, label);
        foreach (var inner in field.Fields)
        {
            if (IsCategory(inner) && depth < OpenGroup.Deepest)
                Add(inner, categories, depth + 1);
        }
    }

    private static void Add(List<FeedCategory> categories, string term, string? scheme, string? label)
    {
        var line = HtmlText.GuessPlain(term);
        var shown = label is null ? "" : HtmlText.GuessPlain(label);
        if (line.Length > 0)
            categories.Add(new FeedCategory(
                line,
                string.IsNullOrEmpty(scheme) ? null : scheme,
                shown.Length == 0 || shown == line ? null : shown));
    }
}
