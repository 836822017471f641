using Digest.Model;

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
        return tag.Length == 0 || IsSame(tag, newsletter.Language) ? null : tag;
    }

    // zh and zh-CN are one for a newsletter's reader, zh-TW and zh-CN are not.
    private static bool IsSame(string one, string other) =>
        one.Equals(other, StringComparison.OrdinalIgnoreCase)
        || one.StartsWith($"{other}-", StringComparison.OrdinalIgnoreCase)
        || other.StartsWith($"{one}-", StringComparison.OrdinalIgnoreCase);
}
