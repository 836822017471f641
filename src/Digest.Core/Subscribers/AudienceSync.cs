using Digest.Model;

namespace Digest.Subscribers;

/// <summary>Imports the subscriber file that a newsletter keeps beside its settings, at each run.</summary>
public sealed class AudienceSync(SubscriberImport import)
{
    /// <summary>Null where the newsletter keeps no such file.</summary>
    /// <exception cref="DigestException">The file is named and missing, or is no such CSV.</exception>
    public async Task<ImportReport?> RunAsync(Newsletter newsletter, CancellationToken cancellationToken) =>
        newsletter.Audience is { } audience
            ? await import.ImportAsync(newsletter.Slug, audience.Path, audience.Consent, cancellationToken)
            : null;
}
