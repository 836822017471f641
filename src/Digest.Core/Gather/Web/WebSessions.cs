using Digest.Model;

namespace Digest.Gather.Web;

/// <summary>Opens sessions for sources.</summary>
internal sealed class WebSessions(WebFetcher fetcher, SourceSecrets secrets)
{
    /// <exception cref="SourceTroubleException">The source's token is not set.</exception>
    public WebSession Open(SourceRequest request) => new(fetcher, TokenOf(request), request.Reading);

    /// <summary>For what is asked outside a source's read: nothing is kept of it.</summary>
    /// <exception cref="SourceTroubleException">The source's token is not set.</exception>
    public WebSession Open(SourceDefinition source) => new(fetcher, secrets.TokenOf(source));

    private string? TokenOf(SourceRequest request) => request.Reading.Answers.IsReplay
        ? SourceSecrets.StandInOf(request.Source)
        : secrets.TokenOf(request.Source);
}
