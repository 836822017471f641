using System.Text;

namespace Digest.Mail.Mime;

/// <summary>
/// The name before an address or identifier (RFC 5322 §3.2.5): bare atoms, a quoted-string or encoded-words.
/// </summary>
internal static class Phrase
{
    // A quoted-string is not folded, since its spaces are part of it; this much fits a line of 76 beside the field's
    // name.
    private const int MaxQuoted = 60;

    // What "Reply-To: ", the longest name before a phrase, leaves of a line of 76.
    private const int FirstRoom = 66;

    /// <exception cref="FormatException">The name holds a control character, which encoding would only
    /// hide.</exception>
    public static string Encode(string name)
    {
        HeaderRules.CheckValue("a name", name);
        var text = name.Contains(' ', StringComparison.Ordinal)
            ? string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            : name;
        var quoted = IsAtoms(text) ? text : Quote(text);
        return IsPlain(quoted) ? quoted : string.Join(' ', EncodedWord.Encode(text, FirstRoom));
    }

    private static bool IsPlain(string quoted) =>
        Ascii.IsValid(quoted) && !quoted.Contains("=?", StringComparison.Ordinal) && quoted.Length <= MaxQuoted;

    private static bool IsAtoms(string text) =>
        text.Length > 0 && text.All(c => c == ' ' || char.IsAsciiLetterOrDigit(c) || HeaderRules.AtomMarks.Contains(c));

    private static string Quote(string text) => '"'
        + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + '"';
}
