using System.Globalization;
using System.Text;

namespace Digest.Render;

/// <summary>Text for one line of a header, a title or a feed.</summary>
public static class PlainLine
{
    private const string Marks = "，。、；：！？,;:·-—–/|（(《「“";

    /// <summary>
    /// Runs of white space become one space; controls and bidi overrides go, since they can break a header or show a
    /// reader another text than the one that stands there. Joiners stay: emoji and some scripts need them.
    /// </summary>
    public static string Of(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character) || char.IsControl(character))
            {
                if (line.Length > 0 && line[^1] != ' ')
                    line.Append(' ');
            }
            else if (character is not ((>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF'))
                line.Append(character);
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>At most so many characters as a reader counts them; cut between words, with an ellipsis.</summary>
    public static string Shorten(string text, int length)
    {
        var starts = StringInfo.ParseCombiningCharacters(text);
        if (starts.Length <= length)
            return text;

        var cut = starts[length - 1];
        var word = cut;
        while (word > 0 && IsWordLetter(text[word]) && IsWordLetter(text[word - 1]))
            word--;

        // A word of half the line is no word: better cut it than lose the line.
        var kept = text[..(word > cut / 2 ? word : cut)];
        return kept.TrimEnd().TrimEnd(Marks.ToCharArray()).TrimEnd() + "…";
    }

    private static bool IsWordLetter(char character) => character < '\u2E80' && char.IsLetterOrDigit(character);
}
