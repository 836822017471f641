using System.Buffers;

namespace Digest.Mail.Bounces;

/// <summary>
/// Phrases with one meaning, in lower case. A phrase counts from the start of a word, so that <c>ptr</c> is not found
/// in <c>script</c>; where it ends is left open, because words have endings.
/// </summary>
internal sealed class PhraseRow(BounceClass meaning, params string[] phrases)
{
    private readonly SearchValues<string> _phrases = SearchValues.Create(phrases, StringComparison.Ordinal);

    public BounceClass Meaning { get; } = meaning;

    /// <param name="plain">A text as <see cref="PhraseText"/> makes it.</param>
    public bool IsIn(ReadOnlySpan<char> plain)
    {
        var from = 0;
        while (plain[from..].IndexOfAny(_phrases) is >= 0 and var found)
        {
            if (IsWordStart(plain, from + found))
                return true;
            from += found + 1;
        }

        return false;
    }

    /// <summary>Scripts that set no spaces between words have no starts to look for.</summary>
    private static bool IsWordStart(ReadOnlySpan<char> text, int at) =>
        at == 0 || !char.IsAsciiLetterOrDigit(text[at]) || !char.IsAsciiLetterOrDigit(text[at - 1]);
}
