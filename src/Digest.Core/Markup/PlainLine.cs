using System.Text;

namespace Digest.Markup;

/// <summary>
/// Makes one harmless line of untrusted text: no line ends, no terminal controls, nothing that turns the direction of
/// what stands beside it.
/// </summary>
internal static class PlainLine
{
    private const int MostCharacters = 500;

    public static string Of(string text)
    {
        var line = new StringBuilder(Math.Min(text.Length, MostCharacters));
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length >= MostCharacters)
                return line.Append('…').ToString();

            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
                AppendSpace(line);
            else if (!TurnsText(rune.Value))
                line.Append(rune);
        }

        return line.ToString().TrimEnd();
    }

    private static void AppendSpace(StringBuilder line)
    {
        if (line.Length > 0 && line[^1] != ' ')
            line.Append(' ');
    }

    // Embeddings, overrides and isolates. The joiners stay: emoji and some scripts are made with them.
    private static bool TurnsText(int character) =>
        character is 0x200E or 0x200F or 0x061C or 0xFEFF or 0x200B
        or >= 0x202A and <= 0x202E or >= 0x2060 and <= 0x2069;
}
