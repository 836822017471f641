using System.Text;
using Digest.Markup;

namespace Digest.Lint.Rules;

/// <summary>A piece of the file for a message: on one line, not long, and what cannot be seen is told.</summary>
internal static class Quote
{
    private const int Longest = 80;

    public static string Of(string text)
    {
        var quoted = new StringBuilder();
        foreach (var rune in text.Trim().EnumerateRunes())
        {
            if (quoted.Length >= Longest)
                return quoted.Append('…').ToString();

            quoted.Append(rune.Value == ' ' || !Script.IsInvisible(rune) ? rune.ToString() : $"<U+{rune.Value:X4}>");
        }

        return quoted.ToString();
    }
}
