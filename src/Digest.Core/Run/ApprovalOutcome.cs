using Digest.Model;

namespace Digest.Run;

/// <summary>What approving came to.</summary>
public abstract record ApprovalOutcome(FrozenIssue Content)
{
    /// <summary>The draft was rendered and frozen now.</summary>
    public sealed record Frozen(FrozenIssue Content) : ApprovalOutcome(Content);

    /// <summary>The issue was frozen before; nothing changed.</summary>
    public sealed record KnownAlready(FrozenIssue Content) : ApprovalOutcome(Content);
}
