using Digest.Model;
using Digest.Templating;

namespace Digest.Compose;

/// <summary>Tells items that are written in another language than their newsletter.</summary>
internal static class ItemLanguage
{
    /// <summary>The item's language tag, or null if it is the newsletter's or nobody says.</summary>
    public static string? Foreign(Item item, Newsletter newsletter)
    {
        var language = item.Content.Language
            ?? newsletter.Sources.FirstOrDefault(source => source.Id == item.SourceId)?.Language;
        var tag = language?.Trim() ?? "";
        return tag.Length == 0 || LanguageTag.Alike(tag, newsletter.Language) ? null : tag;
    }
}
