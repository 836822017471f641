using Digest.Mail.Mime;

namespace Digest.Mail.Plans;

/// <summary>What one letter says that the other letters of its plan do not.</summary>
public sealed record PlanValues
{
    public required Mailbox To { get; init; }

    /// <summary>Without angle brackets: <c>unique@domain</c>.</summary>
    public required string MessageId { get; init; }

    /// <summary>Written with its own offset.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>The value of each slot, in the order of the slots the plan was compiled with; one line each.</summary>
    public IReadOnlyList<string> Slots { get; init; } = [];
}
