using System.Text;
using Digest.Mail.Mime.Reading;

namespace Digest.Mail.Bounces;

/// <summary>Bounds and cleans the untrusted text of reports.</summary>
internal static class ReportText
{
    /// <summary>Characters of a notice that are looked at.</summary>
    public const int MaxNotice = 32 * 1024;

    private const int MaxDiagnostic = 500;

    /// <summary>The text of a part, cut to what is looked at.</summary>
    public static string Of(MimeEntity part) => Cut(part.DecodeText(), MaxNotice);

    public static string Cut(string text, int length) => text.Length <= length ? text : text[..length];

    /// <summary>One line of at most 500 characters, without controls and marks that turn the direction.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(Math.Min(text.Length, MaxDiagnostic));
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length >= MaxDiagnostic)
                break;
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
                Space(clean);
            else if (rune.Value is not ((>= 0x200E and <= 0x200F) or (>= 0x202A and <= 0x202E)
                or (>= 0x2066 and <= 0x2069)))
                clean.Append(rune.ToString());
        }

        return clean.ToString().TrimEnd();
    }

    /// <summary>An identifier or host of at most 250 characters; null if nothing is left.</summary>
    public static string? Name(string? text)
    {
        var clean = Clean(text ?? "");
        return clean.Length == 0 ? null : clean[..Math.Min(clean.Length, 250)];
    }

    private static void Space(StringBuilder clean)
    {
        if (clean.Length > 0 && clean[^1] != ' ')
            clean.Append(' ');
    }
}
