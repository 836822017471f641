using Digest.Model;

namespace Digest.Compose.Stories.Memory;

/// <summary>Remembers what past issues told.</summary>
public interface ITellingStore
{
    /// <summary>The oldest approved, sent or imported issue that nothing was saved of; null if there is none.</summary>
    Task<UntoldIssue?> FindUntoldAsync(string newsletter, CancellationToken cancellationToken);

    /// <summary>Saves all that an issue told, in place of what was saved of it before.</summary>
    Task SaveAsync(IssueRef issue, IReadOnlyList<Telling> tellings, CancellationToken cancellationToken);

    /// <summary>What approved, sent and imported issues told, the newest issue first.</summary>
    /// <param name="most">How many at most; the oldest are left out.</param>
    Task<IReadOnlyList<Telling>> ListAsync(string newsletter, int most, CancellationToken cancellationToken);
}
