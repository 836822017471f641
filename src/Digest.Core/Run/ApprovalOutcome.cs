using Digest.Lint;
using Digest.Model;

namespace Digest.Run;

/// <summary>What approving came to.</summary>
public abstract record ApprovalOutcome
{
    private ApprovalOutcome() { }

    /// <summary>The draft was rendered and frozen now.</summary>
    /// <param name="Found">What was found in it; no errors but those that were to be overlooked.</param>
    public sealed record Frozen(FrozenIssue Content, LintReport Found) : ApprovalOutcome;

    /// <summary>The issue was frozen before; nothing changed.</summary>
    public sealed record KnownAlready(FrozenIssue Content) : ApprovalOutcome;

    /// <summary>The draft holds errors and stays a draft; nothing changed.</summary>
    public sealed record Refused(LintReport Found) : ApprovalOutcome;
}
