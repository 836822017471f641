using System.Globalization;
using System.Text.Json;

namespace Digest.Gather.Web;

/// <summary>
/// One read of one source: asks a web service request after request, each in its turn and within bounds.
/// </summary>
/// <param name="token">The source's token; null if it has none.</param>
/// <param name="reading">The read that the requests are a part of; null for one of its own.</param>
/// <param name="mostBytes">The most bytes of all answers together.</param>
internal sealed class WebSession(WebFetcher fetcher, string? token, long mostBytes, SourceReading? reading = null)
{
    // Far above what paging of a week needs: only a server that pages in circles meets it.
    private const int MostRequests = 500;
    private const int LongestPlace = 200;

    private readonly SourceReading _reading = reading ?? new SourceReading();
    private int _requests;
    private long _bytes;

    /// <summary>The source's token, for the header that its kind of server wants.</summary>
    public string? Token { get; } = token;

    /// <summary>Whatever the answer is.</summary>
    /// <exception cref="SourceTroubleException">The session asked too often or was told too much, or would send a
    /// secret over a wire that anybody can read.</exception>
    public async Task<WebAnswer> AskAsync(WebRequest request, CancellationToken cancellationToken)
    {
        if (request is { Credentials: not null, Address: { Scheme: "http", IsLoopback: false } })
            throw Trouble(request.Address, "a token is sent over https only; write https:// in the url");
        if (++_requests > MostRequests)
        {
            throw Trouble(request.Address, string.Create(
                CultureInfo.InvariantCulture, $"more than {MostRequests} requests for one read; name fewer things"));
        }

        var answer = await fetcher.GetAsync(request with { Reading = _reading }, cancellationToken);
        _bytes += answer is WebAnswer.Found found ? found.Bytes.Length : 0;

        // Each answer has its cap, and a connector holds all of them until it is done.
        return _bytes <= mostBytes
            ? answer
            : throw Trouble(request.Address, string.Create(
                CultureInfo.InvariantCulture,
                $"more than {mostBytes} bytes for one read; name fewer things or raise Gather:MaxReadMegabytes"));
    }

    /// <summary>The answer's bytes and headers.</summary>
    /// <exception cref="SourceTroubleException">There is no such answer; the message says why.</exception>
    public async Task<WebAnswer.Found> GetAsync(WebRequest request, CancellationToken cancellationToken) =>
        await AskAsync(request, cancellationToken) switch
        {
            WebAnswer.Found found => found,
            WebAnswer.Failed failed => throw Trouble(request.Address, failed.Reason, failed.Status == 410),
            _ => throw Trouble(request.Address, "said 'not modified' to a request that had no validators"),
        };

    /// <summary>The answer read as JSON.</summary>
    /// <exception cref="SourceTroubleException">There is no answer, or it is no JSON.</exception>
    public async Task<(JsonElement Root, WebAnswer.Found Answer)> GetJsonAsync(
        WebRequest request, CancellationToken cancellationToken)
    {
        var asked = request.Accept == "*/*" ? request with { Accept = "application/json" } : request;
        var found = await GetAsync(asked, cancellationToken);
        return (ParseJson(request.Address, found.Bytes), found);
    }

    /// <exception cref="SourceTroubleException">It is no JSON.</exception>
    public static JsonElement ParseJson(Uri address, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw Trouble(address, "the answer is no JSON; check the url in newsletter.yml");
        }
    }

    /// <summary>A fault found in an answer, with its place. Query strings are told: they hold no secrets.</summary>
    public static SourceTroubleException Trouble(Uri address, string reason) => Trouble(address, reason, isGone: false);

    private static SourceTroubleException Trouble(Uri address, string reason, bool isGone) =>
        new($"{Place(address)}: {reason}") { Gone = isGone ? address : null };

    // A report has room for one line, and the reason is what must be read.
    private static string Place(Uri address) =>
        address.AbsoluteUri is { Length: <= LongestPlace } whole ? whole : $"{address.GetLeftPart(UriPartial.Path)}?…";
}
