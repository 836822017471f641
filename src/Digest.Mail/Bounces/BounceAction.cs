namespace Digest.Mail.Bounces;

/// <summary>What was done for a recipient (RFC 3464 §2.3.3).</summary>
public enum BounceAction
{
    /// <summary>Not delivered, and no more tries.</summary>
    Failed,

    /// <summary>Not delivered yet; the reporting server goes on trying.</summary>
    Delayed,

    Delivered,

    /// <summary>Handed to a system that sends no reports.</summary>
    Relayed,

    /// <summary>Delivered, and sent on to several more addresses.</summary>
    Expanded,
}
