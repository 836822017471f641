using System.Globalization;
using System.Text;

namespace Digest.Markup;

/// <summary>Quoted strings and flow lists as YAML and TOML share them.</summary>
internal static class QuotedText
{
    /// <summary>Reads a quoted string that begins at <paramref name="at"/>; null if it does not end.</summary>
    /// <param name="doubled">True if two single quotes stand for one, as in YAML.</param>
    /// <param name="at">Moved behind the closing quote on success.</param>
    public static string? Read(string text, ref int at, bool doubled)
    {
        var quote = text[at];
        var output = new StringBuilder();
        for (var i = at + 1; i < text.Length; i++)
        {
            if (text[i] == quote && doubled && quote == '\'' && i + 1 < text.Length && text[i + 1] == quote)
                output.Append(text[i++]);
            else if (text[i] == quote)
                return Done(output, out at, i + 1);
            else if (text[i] == '\\' && quote == '"')
                i = Escape(text, i + 1, output);
            else
                output.Append(text[i]);
        }

        return null;
    }

    /// <summary>
    /// Reads <c>[a, "b, c", 'd']</c> that begins at <paramref name="at"/>; null if it does not end. Brackets inside
    /// brackets are plain characters.
    /// </summary>
    public static List<string>? ReadList(string text, ref int at, bool doubled)
    {
        var values = new List<string>();
        for (var i = at + 1; i < text.Length;)
        {
            if (text[i] == ']')
            {
                at = i + 1;
                return values;
            }

            if (text[i] is ' ' or '\t' or ',' or '\r' or '\n')
                i++;
            else if (text[i] is '"' or '\'' && Read(text, ref i, doubled) is { } quoted)
                values.Add(quoted);
            else if (Plain(text, ref i) is { Length: > 0 } plain && !plain.StartsWith('#'))
                values.Add(plain);
        }

        return null;
    }

    private static string Plain(string text, ref int at)
    {
        var start = at;
        at = text.AsSpan(at).IndexOfAny(",]\n") is >= 0 and var length ? at + length : text.Length;
        return text[start..at].Trim();
    }

    private static string Done(StringBuilder output, out int at, int end)
    {
        at = end;
        return output.ToString();
    }

    /// <summary>
    /// Appends what the escape at <paramref name="at"/> (behind the backslash) means; returns its last index.
    /// </summary>
    private static int Escape(string text, int at, StringBuilder output)
    {
        if (at >= text.Length)
            return at;

        var digits = text[at] switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits > 0 && at + digits < text.Length
            && int.TryParse(
                text.AsSpan(at + 1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            && Rune.TryCreate(code, out var rune))
        {
            output.Append(rune.ToString());
            return at + digits;
        }

        output.Append(text[at] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', '0' => ' ', var other => other });
        return at;
    }
}
