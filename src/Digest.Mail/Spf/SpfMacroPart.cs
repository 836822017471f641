using System.Globalization;

namespace Digest.Mail.Spf;

/// <summary>A macro with its transformers (RFC 7208 §7.3), or plain text.</summary>
internal sealed record SpfMacroPart
{
    private const string Letters = "slodiphv";
    private const string Delimiters = ".-+,/_=";

    public string Literal { get; init; } = "";

    /// <summary>In lower case; null for plain text. <c>c</c>, <c>r</c>, <c>t</c> are for explanations only.</summary>
    public char? Letter { get; init; }

    /// <summary>How many parts from the right are kept.</summary>
    public int Kept { get; init; } = int.MaxValue;

    public bool IsReversed { get; init; }

    public bool IsEscaped { get; init; }

    public string Separators { get; init; } = ".";

    /// <summary>Reads what stands between the braces; null if it is no macro.</summary>
    public static SpfMacroPart? Read(string text)
    {
        if (text.Length == 0 || !Letters.Contains(char.ToLowerInvariant(text[0])))
            return null;

        var at = 1;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        var kept = int.MaxValue;
        if (at > 1 && !int.TryParse(text[1..at], NumberStyles.None, CultureInfo.InvariantCulture, out kept))
            return null;

        var isReversed = at < text.Length && text[at] is 'r' or 'R';
        var separators = text[(isReversed ? at + 1 : at)..];
        return kept == 0 || !separators.All(Delimiters.Contains) ? null : new SpfMacroPart
        {
            Letter = char.ToLowerInvariant(text[0]),
            IsEscaped = char.IsAsciiLetterUpper(text[0]),
            Kept = kept,
            IsReversed = isReversed,
            Separators = separators.Length == 0 ? "." : separators,
        };
    }

    public string Apply(string value)
    {
        var parts = value.Split(Separators.ToCharArray());
        if (IsReversed)
            Array.Reverse(parts);

        var result = string.Join('.', parts.TakeLast(Kept));
        return IsEscaped ? Uri.EscapeDataString(result) : result;
    }
}
