using Digest.Mail.Mime;

namespace Digest.Model;

/// <summary>One issue addressed to one subscriber: a row of the outbox, then a mail.</summary>
public sealed record Letter
{
    public required long Id { get; init; }

    public required IssueRef Issue { get; init; }

    public required string SubscriberId { get; init; }

    public required Mailbox Recipient { get; init; }

    /// <summary>Fixed when the row is made, so that every retry carries the same (without angle brackets).</summary>
    public required string MessageId { get; init; }

    public LetterState State { get; init; }

    public int Attempts { get; init; }

    /// <summary>Not before this moment; null for at once.</summary>
    public DateTimeOffset? NextTry { get; init; }

    /// <summary>The last answer of the transport. Untrusted text.</summary>
    public string? Reply { get; init; }
}
