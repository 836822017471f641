using System.Globalization;
using System.Text;

namespace Digest.Markup;

/// <summary>What the writing systems of China and Japan need to know about a character.</summary>
internal static class Script
{
    /// <summary>Written without spaces between words: Han, kana, and the punctuation that goes with them.</summary>
    public static bool IsWide(char character) => character is
        >= '\u2E80' and <= '\u312F'
        or >= '\u3190' and <= '\u4DBF'
        or >= '\u4E00' and <= '\u9FFF'
        or >= '\uF900' and <= '\uFAFF'
        or >= '\uFE30' and <= '\uFE4F'
        or >= '\uFF01' and <= '\uFF9F'
        or >= '\uD840' and <= '\uD8BF';

    /// <summary>
    /// Hiragana and katakana, which only Japanese is written in, full or half width; not the dot, which stands in
    /// Chinese between the parts of a foreign name.
    /// </summary>
    public static bool IsKana(char character) => character is
        >= '\u3041' and <= '\u3096'
        or >= '\u309D' and <= '\u309F'
        or >= '\u30A1' and <= '\u30FA'
        or >= '\u30FC' and <= '\u30FF'
        or >= '\uFF66' and <= '\uFF9D';

    /// <summary>The Han characters of the basic plane: Chinese, and much of Japanese.</summary>
    public static bool IsHan(char character) => character is >= '\u3400' and <= '\u4DBF' or >= '\u4E00' and <= '\u9FFF';

    /// <summary>The same for a character that may be the second half of a pair.</summary>
    public static bool IsWideBefore(ReadOnlySpan<char> text) => text switch
    {
        [] => false,
        [.., var high, var low] when char.IsSurrogatePair(high, low) => IsWide(high),
        [.., var last] => IsWide(last),
    };

    /// <summary>
    /// True for letters and digits of scripts with spaces (Köln, Москва); a bare address ends at any other.
    /// </summary>
    public static bool MayStandInAddress(ReadOnlySpan<char> text, int at)
    {
        var character = text[at];
        if (char.IsSurrogate(character) || IsWide(character) || character is >= '\uAC00' and <= '\uD7A3')
            return false;

        return char.GetUnicodeCategory(character) is UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter
            or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark;
    }

    /// <summary>Shown as nothing, and able to hide or turn around what stands beside it.</summary>
    public static bool IsInvisible(Rune character) =>
        Rune.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate
            or UnicodeCategory.SpaceSeparator;
}
