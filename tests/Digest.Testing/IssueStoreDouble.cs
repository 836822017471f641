using Digest.Model;
using Digest.Run;

namespace Digest.Testing;

/// <summary>A list of issues, newest first, and how their letters stand.</summary>
public sealed class IssueStoreDouble(
    IReadOnlyList<Issue> issues, IReadOnlyDictionary<IssueRef, LetterCounts>? letters = null) : IIssueStore
{
    public Task<Issue?> FindAsync(IssueRef issue, CancellationToken cancellationToken) =>
        Task.FromResult(issues.FirstOrDefault(known => known.Ref == issue));

    public Task<IReadOnlyList<Issue>> ListAsync(string newsletter, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Issue>>([.. issues.Where(issue => issue.Ref.Newsletter == newsletter)]);

    public Task<bool> CancelAsync(IssueRef issue, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<LetterCounts> CountLettersAsync(IssueRef issue, CancellationToken cancellationToken) =>
        Task.FromResult(letters?.GetValueOrDefault(issue) ?? new LetterCounts());
}
