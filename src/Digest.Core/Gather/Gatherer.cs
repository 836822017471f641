using Digest.Model;

namespace Digest.Gather;

/// <summary>
/// Reads every source of a newsletter and keeps what is new. A bad source never spoils a run: its failure is recorded
/// against that source, and the others go on.
/// </summary>
public sealed class Gatherer(ISourceStore store, IEnumerable<ISourceReader> readers)
{
    /// <param name="now">The moment of the run; items dated later are held back for a later one.</param>
    /// <param name="progress">Told of each source as it is done.</param>
    public Task<GatherReport> RunAsync(
        Newsletter newsletter, DateTimeOffset now, IProgress<SourceResult> progress, CancellationToken cancellationToken)
    {
        throw new NotImplementedException();
    }
}
