using Digest.Deliver;
using Digest.Model;
using Digest.Run;

namespace Digest.Scheduling;

/// <summary>Delivers what is left of an issue: <see cref="IssueSending.SendAsync"/> under the run's lock.</summary>
/// <exception cref="DigestException">Another process holds the lock, or an operator must mend something.</exception>
public delegate Task<DeliveryReport> SendIssue(
    Newsletter newsletter, IssueRef issue, CancellationToken cancellationToken);
