using Digest.Feeds.Xml;

namespace Digest.Feeds.Mapping;

/// <summary>The feeds that entries were taken over from.</summary>
internal static class Origins
{
    public static FeedOrigin? Of(XmlField? source)
    {
        if (source is null)
            return null;

        var links = AtomLinks.All(source.Fields);
        var title = source.Fields.Count > 0
            ? AtomText.Plain(source.First(FeedSpace.Core, "title")) ?? ""
            : HtmlText.GuessPlain(source.Html);
        var url = AtomLinks.Find(links, "alternate")
            ?? AtomLinks.Find(links, "self")
            ?? Links.Resolve(source.Scope.Base, source.Attribute("url"));
        var id = source.First(FeedSpace.Core, "id")?.Text;
        return title.Length == 0 && url is null && string.IsNullOrEmpty(id) ? null : new FeedOrigin(title, url, id);
    }
}
