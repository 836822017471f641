using Digest.Model;

namespace Digest.Gather;

/// <summary>A connector: reads one kind of source. Registered by its <see cref="Type"/>.</summary>
public interface ISourceReader
{
    /// <summary>The <c>type</c> of <c>newsletter.yml</c> that this connector answers to.</summary>
    string Type { get; }

    /// <summary>
    /// Reads the source once. Whatever the source sends is an outcome, not an exception; only cancellation throws.
    /// </summary>
    Task<FetchOutcome> ReadAsync(SourceRequest request, CancellationToken cancellationToken);
}
