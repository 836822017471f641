using System.Buffers;

namespace Digest.Mail.Bounces;

/// <summary>Phrases with one meaning, in lower case.</summary>
internal sealed class PhraseRow(BounceClass meaning, params string[] phrases)
{
    private readonly SearchValues<string> _phrases = SearchValues.Create(phrases, StringComparison.Ordinal);

    public BounceClass Meaning { get; } = meaning;

    /// <param name="plain">A text as <see cref="PhraseText"/> makes it.</param>
    public bool IsIn(string plain) => plain.AsSpan().ContainsAny(_phrases);
}
