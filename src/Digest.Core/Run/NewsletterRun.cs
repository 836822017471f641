using Digest.Model;

namespace Digest.Run;

/// <summary>The whole job for one newsletter: gather, draft, (approve,) publish, deliver. Safe to run again at any point.</summary>
public sealed class NewsletterRun
{
    /// <param name="at">The moment the run takes for now.</param>
    /// <param name="progress">Told of stages, sources and letters as they come.</param>
    public Task<RunReport> RunAsync(
        Newsletter newsletter, DateTimeOffset at, IProgress<RunEvent> progress, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
