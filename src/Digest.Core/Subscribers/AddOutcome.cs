namespace Digest.Subscribers;

/// <summary>What adding one reader came to.</summary>
public enum AddOutcome
{
    Added,

    /// <summary>There is a subscription already, active or ended; its state stays.</summary>
    Known,

    /// <summary>Kept, but the address is suppressed and is not mailed.</summary>
    Suppressed,
}
