using Digest.Model;

namespace Digest.Run;

/// <summary>How a newsletter stands.</summary>
/// <param name="Failing">Sources whose last read failed.</param>
/// <param name="Issues">The newest issues, the newest first.</param>
public sealed record NewsletterStatus(
    Newsletter Newsletter, IReadOnlyList<FailingSource> Failing, IReadOnlyList<IssueStatus> Issues);

/// <summary>A source whose last read failed.</summary>
/// <param name="Error">Untrusted text.</param>
public sealed record FailingSource(string SourceId, string Error);
