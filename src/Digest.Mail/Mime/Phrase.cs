using System.Text;

namespace Digest.Mail.Mime;

/// <summary>
/// The name before an address or identifier (RFC 5322 §3.2.5): bare atoms, a quoted-string or encoded-words.
/// </summary>
internal static class Phrase
{
    // More in one quoted-string could not be folded within 76 columns, since its spaces are part of it.
    private const int MaxQuoted = 60;

    // What "Reply-To: ", the longest name before a phrase, leaves of a line of 76.
    private const int FirstRoom = 66;

    /// <exception cref="FormatException">The name holds a control character, which encoding would only
    /// hide.</exception>
    public static string Encode(string name)
    {
        HeaderRules.CheckValue("a name", name);
        var text = string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (NeedsEncoding(text))
            return string.Join(' ', EncodedWord.Encode(text, FirstRoom));

        return IsAtoms(text) ? text : Quote(text);
    }

    private static bool NeedsEncoding(string text) =>
        !Ascii.IsValid(text) || text.Contains("=?", StringComparison.Ordinal) || text.Length > MaxQuoted;

    private static bool IsAtoms(string text) =>
        text.Length > 0 && text.All(c => c == ' ' || char.IsAsciiLetterOrDigit(c) || HeaderRules.AtomMarks.Contains(c));

    private static string Quote(string text) => '"'
        + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + '"';
}
