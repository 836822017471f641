using Digest.Model;

namespace Digest.Gather.Web;

/// <summary>Opens sessions for sources.</summary>
internal sealed class WebSessions(WebFetcher fetcher, SourceSecrets secrets)
{
    /// <exception cref="SourceTroubleException">The source's token is not set.</exception>
    public WebSession Open(SourceRequest request) =>
        new(fetcher, secrets.TokenOf(request.Source), request.Reading);

    /// <summary>For what is asked outside a source's read: nothing is kept of it.</summary>
    /// <exception cref="SourceTroubleException">The source's token is not set.</exception>
    public WebSession Open(SourceDefinition source) => new(fetcher, secrets.TokenOf(source));
}
