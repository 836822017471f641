using AngleSharp.Dom;

namespace Digest.Gather.WebPage;

/// <summary>
/// The text of an entry whose text no selector names: the whole entry without what the item says anyway, its title, its
/// date, and a link to its own page that stands alone ("Read more").
/// </summary>
internal static class EntryText
{
    public static IElement Of(IElement entry, PageSettings settings)
    {
        var text = (IElement)entry.Clone();
        IElement?[] said =
        [
            settings.Title is { Attribute: null } title
                ? title.First(text)
                : text.QuerySelector("h1, h2, h3, h4, h5, h6"),
            settings.Date is { } date ? date.First(text) : text.QuerySelector("time[datetime]"),
        ];
        var link = settings.Link is { } own ? own.First(text) : text.QuerySelector("a[href]");
        foreach (var element in said.Where(element => element is not null && element != text))
            element!.Remove();
        if (link?.ParentElement is { } parent && link != text && StandsAlone(link, parent))
            link.Remove();

        return text;
    }

    /// <summary>A link inside a sentence is a part of it.</summary>
    private static bool StandsAlone(IElement link, IElement parent) =>
        link.QuerySelector("img, picture, p, li") is null
        && parent.ChildNodes.All(node => node is not IText { Data: var data } || string.IsNullOrWhiteSpace(data));
}
