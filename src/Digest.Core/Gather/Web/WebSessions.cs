using Digest.Model;

namespace Digest.Gather.Web;

/// <summary>Opens sessions for sources.</summary>
internal sealed class WebSessions(WebFetcher fetcher, SourceSecrets secrets)
{
    /// <exception cref="SourceTroubleException">The source's token is not set.</exception>
    public WebSession Open(SourceDefinition source) => new(fetcher, secrets.TokenOf(source));
}
