namespace Digest.Run;

/// <summary>What was done about a mail that came back.</summary>
public enum BounceAct
{
    /// <summary>Its reader is mailed no more.</summary>
    Suppressed,

    /// <summary>Written down for the reader's account; it may pass.</summary>
    Recorded,

    /// <summary>Written down for the editor: the reader is not to blame.</summary>
    Reported,

    /// <summary>Was taken before; nothing changed.</summary>
    Known,

    /// <summary>Nothing is to be done: an answering machine, a receipt, a delivery.</summary>
    Ignored,

    /// <summary>A report, and not provably on a letter of ours; nothing changed.</summary>
    Unmatched,
}
