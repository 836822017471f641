namespace Digest.Model;

/// <summary>
/// Places in a frozen issue that differ from reader to reader. They are addresses below <c>.invalid</c> (RFC 2606), so
/// that every HTML tool sees ordinary links and a slot left unfilled leads nowhere.
/// </summary>
public static class LetterSlots
{
    /// <summary>The reader's own page to unsubscribe.</summary>
    public const string Unsubscribe = "https://slot.invalid/unsubscribe";
}
