using Digest.Model;
using Digest.Publish;

namespace Digest.Testing;

/// <summary>Published issues in memory, newest first as given.</summary>
public sealed class PublishedIssues(params IReadOnlyList<FrozenIssue> issues) : IPublishedIssueStore
{
    public IReadOnlyList<FrozenIssue> Issues { get; set; } = issues;

    public Task<IReadOnlyList<FrozenIssue>> ListAsync(
        string newsletter, int skip, int take, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<FrozenIssue>>(
            [.. Issues.Where(issue => issue.Issue.Ref.Newsletter == newsletter).Skip(skip).Take(take)]);

    public Task<string?> VersionAsync(string newsletter, CancellationToken cancellationToken) =>
        Task.FromResult(Issues.Count == 0 ? null : string.Join(' ', Issues.Select(issue => issue.Issue.ContentHash)));
}
