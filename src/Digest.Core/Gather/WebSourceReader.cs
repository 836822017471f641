using Digest.Gather.Web;

namespace Digest.Gather;

/// <summary>
/// The base of connectors that ask a web service in several requests: a request that fails ends the read as
/// <see cref="FetchOutcome.Failed"/>.
/// </summary>
internal abstract class WebSourceReader(WebSessions sessions) : ISourceReader
{
    public abstract string Type { get; }

    public async Task<FetchOutcome> ReadAsync(SourceRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(request, sessions.Open(request), cancellationToken);
        }
        catch (SourceTroubleException trouble)
        {
            return new FetchOutcome.Failed(trouble.Message)
            {
                IsGone = trouble.Gone is { } gone && gone == request.Source.Url,
            };
        }
    }

    /// <exception cref="SourceTroubleException">The source cannot be read.</exception>
    protected abstract Task<FetchOutcome> ReadAsync(
        SourceRequest request, WebSession web, CancellationToken cancellationToken);
}
