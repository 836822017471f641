namespace Digest.Mail.Bounces;

/// <summary>What a mail to the envelope sender turned out to be.</summary>
public abstract record BounceReading
{
    private BounceReading() { }

    /// <summary>A report on delivery: RFC 3464, RFC 6533, or one of the many forms without a standard.</summary>
    /// <param name="Recipients">At least one, at most 100.</param>
    /// <param name="Returned">What is shown of the mail that was not delivered.</param>
    /// <param name="ReportingMta">The host that reports; null if not said.</param>
    /// <param name="EnvelopeId">The ENVID of then (RFC 3461 §4.4); null if not said.</param>
    public sealed record DeliveryReport(
        IReadOnlyList<BouncedRecipient> Recipients,
        ReturnedMessage Returned,
        string? ReportingMta,
        string? EnvelopeId) : BounceReading;

    /// <summary>A reader called the mail unwanted (RFC 5965 and forms without a standard).</summary>
    /// <param name="FeedbackType">abuse, fraud, opt-out …, in lower case.</param>
    /// <param name="Recipients">Who complained; may be empty, because many hosts hide it.</param>
    /// <param name="Returned">What is shown of the mail.</param>
    public sealed record Complaint(
        string FeedbackType, IReadOnlyList<string> Recipients, ReturnedMessage Returned) : BounceReading;

    /// <summary>An answering machine (RFC 3834): the mail arrived.</summary>
    /// <param name="Sign">What gave it away.</param>
    public sealed record AutoReply(string Sign) : BounceReading;

    /// <summary>Something else, for instance a letter to a person or a receipt (RFC 8098).</summary>
    public sealed record NotABounce : BounceReading;
}
