using System.Globalization;
using System.Text;

namespace Digest.Output;

/// <summary>
/// Makes untrusted text safe to print: titles, errors and servers' replies could otherwise move the cursor, recolour
/// the screen, set its title or turn the reading direction round.
/// </summary>
public static class TerminalText
{
    /// <summary>One line: line ends and tabs become spaces, what cannot be seen is dropped.</summary>
    public static string Line(string text) => Clean(text, keepLines: false);

    /// <summary>Several lines: LF and tabs stay, what else cannot be seen is dropped.</summary>
    public static string Block(string text) => Clean(text.ReplaceLineEndings("\n"), keepLines: true);

    private static string Clean(string text, bool keepLines)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t')
                clean.Append(keepLines ? (char)rune.Value : ' ');
            else if (IsVisible(rune))
                clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    // Joiners are format characters too, but emoji and some scripts need them.
    private static bool IsVisible(Rune rune) => rune.Value is 0x200C or 0x200D
        || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate);
}
