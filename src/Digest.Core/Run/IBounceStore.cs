using Digest.Model;

namespace Digest.Run;

/// <summary>Reports on letters, and the letters they are about.</summary>
public interface IBounceStore
{
    Task<Letter?> FindLetterAsync(long id, CancellationToken cancellationToken);

    /// <param name="messageId">Without angle brackets.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<Letter?> FindLetterAsync(string messageId, CancellationToken cancellationToken);

    /// <summary>True if the report was added before.</summary>
    Task<bool> IsKnownAsync(string report, CancellationToken cancellationToken);

    /// <summary>Adds a report; false if it was added before.</summary>
    Task<bool> AddAsync(BounceEvent bounce, CancellationToken cancellationToken);
}
