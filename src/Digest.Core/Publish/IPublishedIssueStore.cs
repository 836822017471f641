using Digest.Model;

namespace Digest.Publish;

/// <summary>What pages and feeds are made of.</summary>
public interface IPublishedIssueStore
{
    /// <summary>Frozen issues that are not cancelled, newest (approval time, then number) first; paged.</summary>
    Task<IReadOnlyList<FrozenIssue>> ListAsync(
        string newsletter, int skip, int take, CancellationToken cancellationToken);

    /// <summary>Changes whenever the set of published issues changes; null if there is none.</summary>
    Task<string?> VersionAsync(string newsletter, CancellationToken cancellationToken);
}
