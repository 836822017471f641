using System.Globalization;
using System.Text;

namespace Digest.Mail.Mime;

/// <summary>
/// The filename parameter. One in plain ASCII is a quoted-string. Any other is written as RFC 2231 says, in UTF-8 and
/// in pieces where it is long, with an ASCII stand-in for readers that do not know of it. The stand-in comes last:
/// of two readers that take the first of the two, both then show the right name.
/// </summary>
internal static class FileNameParameter
{
    private const int MaxQuoted = 60;

    // " filename*99*=" and the semicolon leave this much of a line of 76.
    private const int MaxPiece = 60;
    private const string Charset = "UTF-8''";
    private const string PlainMarks = "!#$&+-.^_`|~";

    public static IReadOnlyList<string> Of(string? fileName)
    {
        if (fileName is null)
            return [];
        if (IsSimple(fileName))
            return [$"filename=\"{fileName}\""];

        var pieces = Pieces(fileName);
        var extended = pieces.Count == 1
            ? [$"filename*={pieces[0]}"]
            : pieces.Select((piece, i) => string.Create(CultureInfo.InvariantCulture, $"filename*{i}*={piece}"));
        return [.. extended, $"filename=\"{StandIn(fileName)}\""];
    }

    /// <summary>Neither in need of a backslash, which readers treat each in their way, nor like an encoded-word.
    /// </summary>
    private static bool IsSimple(string fileName) => fileName.Length <= MaxQuoted && Ascii.IsValid(fileName)
        && !fileName.Contains('"', StringComparison.Ordinal) && !fileName.Contains("=?", StringComparison.Ordinal);

    /// <summary>Cut between characters, although the RFC lets a piece end inside one: not all readers join first.
    /// </summary>
    private static List<string> Pieces(string fileName)
    {
        var pieces = new List<string>();
        var piece = new StringBuilder(Charset);
        foreach (var rune in fileName.EnumerateRunes())
        {
            var escaped = Escape(rune);
            if (piece.Length + escaped.Length > MaxPiece)
            {
                pieces.Add(piece.ToString());
                piece.Clear();
            }

            piece.Append(escaped);
        }

        pieces.Add(piece.ToString());
        return pieces;
    }

    private static string Escape(Rune rune)
    {
        if (rune.IsAscii && IsPlain((char)rune.Value))
            return rune.ToString();

        Span<byte> octets = stackalloc byte[4];
        var length = rune.EncodeToUtf8(octets);
        return '%' + BitConverter.ToString(octets[..length].ToArray()).Replace('-', '%');
    }

    private static string StandIn(string fileName)
    {
        var ascii = string.Concat(fileName.EnumerateRunes().Select(
            rune => rune.IsAscii && (IsPlain((char)rune.Value) || rune.Value == ' ') ? (char)rune.Value : '_'));
        return ascii.Length <= MaxQuoted ? ascii : ascii[..(MaxQuoted / 2)] + ascii[^(MaxQuoted / 2)..];
    }

    private static bool IsPlain(char c) =>
        char.IsAsciiLetterOrDigit(c) || PlainMarks.Contains(c, StringComparison.Ordinal);
}
