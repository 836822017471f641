using Digest.Model;
using Microsoft.Extensions.Options;

namespace Digest.Gather.Web;

/// <summary>Opens sessions for sources.</summary>
internal sealed class WebSessions(WebFetcher fetcher, SourceSecrets secrets, IOptions<GatherOptions> options)
{
    private readonly long _mostBytes = options.Value.MaxReadMegabytes * 1024L * 1024L;

    /// <exception cref="SourceTroubleException">The source's token is not set.</exception>
    public WebSession Open(SourceRequest request) => new(fetcher, TokenOf(request), _mostBytes, request.Reading);

    /// <summary>For what is asked outside a source's read: nothing is kept of it.</summary>
    /// <exception cref="SourceTroubleException">The source's token is not set.</exception>
    public WebSession Open(SourceDefinition source) => new(fetcher, secrets.TokenOf(source), _mostBytes);

    private string? TokenOf(SourceRequest request) => request.Reading.Answers.IsReplay
        ? SourceSecrets.StandInOf(request.Source)
        : secrets.TokenOf(request.Source);
}
