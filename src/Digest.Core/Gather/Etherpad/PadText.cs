using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Digest.Markup;

namespace Digest.Gather.Etherpad;

/// <summary>
/// The lines of a pad that say something. Indentation, marks of lists and space do not matter, so that a line that
/// was only moved is the same line.
/// </summary>
internal sealed partial record PadText(IReadOnlyList<string> Lines)
{
    private const int MostLines = 20_000;
    private const int LongestLine = 400;
    private const int HashCharacters = 8;

    /// <summary>What a server writes into a pad that nobody has written in.</summary>
    private const string Welcome = "Welcome to Etherpad";

    public static PadText Read(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n', MostLines + 1).Take(MostLines)
            .Select(line => PlainLine.Of(Mark().Replace(line, "")).Trim())
            .Where(line => line.Any(char.IsLetterOrDigit))
            .Select(line => CutText.At(line, LongestLine))
            .ToList();
        var isUntouched = lines is [var first, ..] && first.StartsWith(Welcome, StringComparison.Ordinal);
        return new PadText(isUntouched ? [] : lines);
    }

    /// <summary>Short, and the same for the same words.</summary>
    public static string Hash(string line) => Convert.ToBase64String(
        SHA256.HashData(Encoding.UTF8.GetBytes(line.ToUpperInvariant())).AsSpan(0, 6))[..HashCharacters];

    [GeneratedRegex(@"\A\s*(?:(?:[*\-+•・●]|\d{1,3}(?:\.\d{1,3}){0,4}[.)]|\[[ xX]\])[ \t　]+)*")]
    private static partial Regex Mark();
}
