namespace Digest.Mail.Bounces;

/// <summary>
/// What servers say, by meaning. Rows are asked in order, so that the narrow meaning wins over the wide one: a sender
/// address whose domain does not exist is not a recipient that does not exist.
/// </summary>
internal static class BouncePhrases
{
    private static readonly PhraseRow[] DecisiveRows =
    [
        RefusalPhrases.Spam, .. SenderPhrases.Identity, .. MailboxPhrases.Full, .. SenderPhrases.Message,
        .. MailboxPhrases.Passing,
        .. MailboxPhrases.Gone, .. RefusalPhrases.Policy, .. SenderPhrases.Form, .. RefusalPhrases.Transient,
    ];

    private static readonly PhraseRow[] HintRows =
    [
        new(BounceClass.Hard,
            "address rejected", "undeliverable address", "recipient rejected", "rejected recipient", "bad recipient",
            "recipient refused", "does not like recipient", "mailbox error"),
        new(BounceClass.Soft, "service unavailable", "unavailable", "cannot be processed", "transaction failed"),
        new(BounceClass.Block,
            "rejected", "refused", "denied", "not accepted", "not allowed", "declined", "not permitted", "refuse",
            "принят", "rejeté", "refusé", "abgelehnt", "rechazado", "拒绝", "拒否"),
    ];

    /// <summary>Null where no phrase leaves no doubt.</summary>
    public static BounceClass? Decisive(string plain) => Find(DecisiveRows, plain);

    /// <summary>For where the codes say nothing either.</summary>
    public static BounceClass? Hint(string plain) => Find(HintRows, plain);

    private static BounceClass? Find(PhraseRow[] rows, string plain) =>
        Array.Find(rows, row => row.IsIn(plain))?.Meaning;
}
