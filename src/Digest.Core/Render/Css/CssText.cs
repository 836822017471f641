using System.Text;

namespace Digest.Render.Css;

/// <summary>Cuts CSS text at a character, but not inside strings and parentheses.</summary>
internal static class CssText
{
    public static IReadOnlyList<string> Split(string text, char separator)
    {
        var parts = new List<string>();
        var start = 0;
        for (var end = NextOf(text, 0, separator); end < text.Length; end = NextOf(text, start, separator))
        {
            parts.Add(text[start..end].Trim());
            start = end + 1;
        }

        parts.Add(text[start..].Trim());
        parts.RemoveAll(part => part.Length == 0);
        return parts;
    }

    /// <summary>The index of the next bare occurrence of any of the characters, or the length of the text.</summary>
    public static int NextOf(string text, int from, params ReadOnlySpan<char> wanted)
    {
        var depth = 0;
        for (var i = from; i < text.Length; i++)
        {
            var character = text[i];
            if (depth == 0 && wanted.Contains(character))
                return i;

            if (character is '"' or '\'')
                i = EndOfString(text, i);
            else if (character is '(' or '[')
                depth++;
            else if (character is ')' or ']')
                depth--;
        }

        return text.Length;
    }

    /// <summary>Without comments, runs of white space as one space.</summary>
    public static string Compact(string css)
    {
        var text = new StringBuilder(css.Length);
        for (var i = 0; i < css.Length; i++)
        {
            if (css.AsSpan(i).StartsWith("/*"))
            {
                var end = css.IndexOf("*/", i + 2, StringComparison.Ordinal);
                i = end < 0 ? css.Length : end + 1;
            }
            else if (!char.IsWhiteSpace(css[i]))
                text.Append(css[i]);
            else if (text.Length > 0 && text[^1] != ' ')
                text.Append(' ');
        }

        return text.ToString().Trim();
    }

    private static int EndOfString(string text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == text[start])
                return i;
        }

        return text.Length;
    }
}
