using System.Buffers;
using System.Globalization;
using System.Text;

namespace Digest.Mail.Smtp.Sasl;

/// <summary>
/// SASLprep (RFC 4013): brings names and passwords to one form, so that a password typed with another keyboard or in
/// full-width letters is the same password. Code points that Unicode 3.2 did not have are let through, as for queries
/// (RFC 3454 §7); they are normalized by the Unicode that .NET has, which for older ones agrees with 3.2.
/// </summary>
internal static class SaslPrep
{
    /// <summary>False if the text holds something that no name or password may (RFC 4013 §2.3, §2.4).</summary>
    public static bool TryPrepare(string text, out string prepared)
    {
        prepared = "";
        if (HasLoneSurrogate(text))
            return false;

        // Normalizing refuses noncharacters, which are prohibited in any case.
        var mapped = Map(text);
        if (mapped.EnumerateRunes().Any(IsNoncharacter))
            return false;

        prepared = mapped.Normalize(NormalizationForm.FormKC);
        var runes = prepared.EnumerateRunes().ToList();
        return !runes.Any(IsProhibited) && IsBidiRight(runes);
    }

    private static bool HasLoneSurrogate(string text)
    {
        ReadOnlySpan<char> rest = text;
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var length) != OperationStatus.Done)
                return true;
            rest = rest[length..];
        }

        return false;
    }

    private static string Map(string text)
    {
        var mapped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (SaslPrepTables.IsForeignSpace(rune.Value))
                mapped.Append(' ');
            else if (!SaslPrepTables.IsMappedToNothing(rune.Value))
                mapped.Append(rune);
        }

        return mapped.ToString();
    }

    private static bool IsNoncharacter(Rune rune) =>
        (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    private static bool IsProhibited(Rune rune) => IsNoncharacter(rune)
        || SaslPrepTables.IsForeignSpace(rune.Value)
        || SaslPrepTables.IsProhibited(rune.Value)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.PrivateUse;

    /// <summary>RFC 3454 §6: text with right-to-left letters has no others, and begins and ends with one.</summary>
    private static bool IsBidiRight(List<Rune> runes)
    {
        if (!runes.Any(rune => SaslPrepTables.IsRightToLeft(rune.Value)))
            return true;

        return !runes.Any(SaslPrepTables.IsLeftToRight)
            && SaslPrepTables.IsRightToLeft(runes[0].Value)
            && SaslPrepTables.IsRightToLeft(runes[^1].Value);
    }
}
