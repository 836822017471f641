namespace Digest.Mail.Bounces;

/// <summary>Whose trouble a report tells of, and for how long.</summary>
public enum BounceClass
{
    /// <summary>Nothing failed.</summary>
    None,

    /// <summary>The address is no good and will not get better: no such mailbox, no such domain, disabled.</summary>
    Hard,

    /// <summary>It may pass: a full mailbox, a server out of reach, a lack of resources.</summary>
    Soft,

    /// <summary>We are at fault: authentication, relaying, our address, the message's form or size.</summary>
    SenderFault,

    /// <summary>The mailbox may well exist; its host refuses our mail by policy, reputation or content.</summary>
    Block,
}
