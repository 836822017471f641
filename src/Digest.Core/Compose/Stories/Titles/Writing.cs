using Digest.Markup;

namespace Digest.Compose.Stories.Titles;

/// <summary>In what a title is written. Texts of different writings are never compared by their words.</summary>
internal enum Writing
{
    /// <summary>No letters at all.</summary>
    None,

    /// <summary>Words with spaces between them.</summary>
    Spaced,

    Chinese,

    Japanese,

    Korean,
}

internal static class Writings
{
    /// <summary>What a text is written in; a name in Latin letters makes no Chinese title an English one.</summary>
    public static Writing Of(string text)
    {
        var (kana, han, hangul, letters) = (0, 0, 0, 0);
        foreach (var character in text)
        {
            if (character is >= '\u3041' and <= '\u30FA' or >= '\u31F0' and <= '\u31FF')
                kana++;
            else if (character is >= '\uAC00' and <= '\uD7A3')
                hangul++;
            else if (IsSign(character))
                han++;
            else if (char.IsLetter(character))
                letters++;
        }

        return kana > 0 ? Writing.Japanese
            : hangul > 0 ? Writing.Korean
            : han > 0 ? Writing.Chinese
            : letters > 0 ? Writing.Spaced : Writing.None;
    }

    /// <summary>A letter of a script without spaces between words.</summary>
    public static bool IsSign(char character) =>
        character is >= '\uAC00' and <= '\uD7A3' or '々' or 'ー'
        || (Script.IsWide(character) && (char.IsLetter(character) || char.IsSurrogate(character)));

    public static bool IsKatakana(char character) => character is >= '\u30A1' and <= '\u30FA' or 'ー';

    public static bool IsHiragana(char character) => character is >= '\u3041' and <= '\u309F';
}
