using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Digest.Markup;

/// <summary>Makes text mean itself in Markdown, with as few backslashes as an editor can be spared.</summary>
internal static partial class MarkdownEscape
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\\`*[]<|_~&");

    /// <summary>Text on one line, escaped, without spaces around.</summary>
    public static string Text(string text) => Characters(Collapse(text).Trim());

    /// <summary>Every run of spaces and line ends is one space; the ideographic space stays.</summary>
    public static string Collapse(string text) => Blanks().Replace(text, " ");

    public static string Characters(string text)
    {
        if (!text.AsSpan().ContainsAny(Special))
            return text;

        var output = new StringBuilder(text.Length + 8);
        for (var at = 0; at < text.Length; at++)
        {
            if (NeedsBackslash(text, at))
                output.Append('\\');

            output.Append(text[at]);
        }

        return output.ToString();
    }

    /// <summary>Escapes what would make a heading, list, quote or rule of a line.</summary>
    public static string LineStart(string line)
    {
        if (line is ['#' or '>' or '+' or '-' or '=', ..])
            return "\\" + line;

        var number = NumberMark().Match(line);
        return number.Success ? line.Insert(number.Length - 1, "\\") : line;
    }

    /// <summary>True if the address may stand between angle brackets as it is.</summary>
    public static bool IsAutolink(string address) =>
        !address.AsSpan().ContainsAny("<> \\")
        && (address.Contains("://", StringComparison.Ordinal) || MailAddress().IsMatch(address));

    /// <summary>An address as the target of a link.</summary>
    public static string Address(string address)
    {
        var escaped = Entity().Replace(address.Replace("\\", "\\\\"), match => "&amp;" + match.Value[1..])
            .Replace("<", "%3C").Replace(">", "%3E");
        return escaped.AsSpan().ContainsAny("() ") ? $"<{escaped}>" : escaped;
    }

    /// <summary>The length of the longest row of one character: a fence around it must be longer.</summary>
    public static int LongestRun(string text, char character)
    {
        var longest = 0;
        var run = 0;
        foreach (var letter in text)
        {
            run = letter == character ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    private static bool NeedsBackslash(string text, int at) => text[at] switch
    {
        '\\' or '`' or '*' or '[' or ']' or '<' or '|' => true,
        '_' => !(IsWord(text, at - 1) && IsWord(text, at + 1)),
        '~' => (at > 0 && text[at - 1] == '~') || (at + 1 < text.Length && text[at + 1] == '~'),
        '&' => EntityHere().IsMatch(text.AsSpan(at, Math.Min(40, text.Length - at))),
        _ => false,
    };

    private static bool IsWord(string text, int at) => at >= 0 && at < text.Length && char.IsLetterOrDigit(text[at]);

    [GeneratedRegex(@"[ \t\r\n\f\u00A0]+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\A\d{1,9}[.)](?=\s|\z)")]
    private static partial Regex NumberMark();

    [GeneratedRegex("&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")]
    private static partial Regex Entity();

    [GeneratedRegex(@"\A&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")]
    private static partial Regex EntityHere();

    [GeneratedRegex(@"\A[A-Za-z0-9.!#$%&'*+/=?^_{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}\z")]
    private static partial Regex MailAddress();
}
