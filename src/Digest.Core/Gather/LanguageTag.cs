using System.Text.RegularExpressions;
using Digest.Markup;

namespace Digest.Gather;

/// <summary>Languages as sources name them, and a guess where they do not.</summary>
internal static partial class LanguageTag
{
    // A Chinese text may quote a Japanese word; a Japanese one is a third kana and more.
    private const double KanaShareOfJapanese = 0.1;

    /// <summary>
    /// The first that is shaped like a BCP 47 tag; <c>zh_CN</c> is taken for <c>zh-CN</c>. Null if none is.
    /// </summary>
    public static string? FirstOf(params ReadOnlySpan<string?> tags)
    {
        foreach (var tag in tags)
        {
            var trimmed = tag?.Trim().Replace('_', '-');
            if (trimmed is not null && Shape().IsMatch(trimmed))
                return trimmed;
        }

        return null;
    }

    /// <summary>Kana is written in Japanese alone, so enough of it says <c>ja</c>; nothing else is guessed.</summary>
    public static string? Guess(string text)
    {
        var kana = text.Count(Script.IsKana);
        var han = text.Count(Script.IsHan);
        return kana > 0 && kana >= KanaShareOfJapanese * (kana + han) ? "ja" : null;
    }

    [GeneratedRegex("^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
