namespace Digest.Mail.Bounces;

/// <summary>
/// A text by what it says. Found out when it is asked for, and once: a report on a hundred readers asks the same notice
/// for each of them.
/// </summary>
internal sealed class Wording(string text)
{
    private readonly Lazy<StatusCodes> _codes = new(() => StatusCodes.Find(text));
    private readonly Lazy<BounceClass?> _decisive = new(() => BouncePhrases.Decisive(PhraseText.Of(text)));
    private readonly Lazy<BounceClass?> _hint = new(() => BouncePhrases.Hint(PhraseText.Of(text)));

    public StatusCodes Codes => _codes.Value;

    /// <summary>Null where no phrase leaves no doubt.</summary>
    public BounceClass? Decisive => _decisive.Value;

    /// <summary>For where the codes say nothing either.</summary>
    public BounceClass? Hint => _hint.Value;
}
