using Digest.Model;
using Digest.Run;

namespace Digest.Web.Runs;

/// <summary>The whole job for one newsletter: <see cref="NewsletterRun.RunAsync"/> without a listener.</summary>
/// <param name="at">The moment the run takes for now.</param>
public delegate Task<RunReport> RunNewsletter(
    Newsletter newsletter, DateTimeOffset at, CancellationToken cancellationToken);
