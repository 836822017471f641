using System.Net;

namespace Digest.Gather.Web;

/// <summary>
/// One request and its answer: validators as the server wrote them, an own User-Agent with a contact address, no
/// cookies, the secret to its own origin alone.
/// </summary>
internal sealed class WebExchange(
    HttpClient client, NetworkGuard guard, GatherOptions options, Uri contact, TimeProvider clock)
{
    private const int LongestExplanation = 16 * 1024;

    public async Task<WebStep> AskAsync(WebRequest asked, WebRoute route, CancellationToken cancellationToken)
    {
        try
        {
            using var request = Request(asked, route.Address);
            using var response = await client.SendAsync(
                request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return Redirect(response, route.Address) ?? await ReadAsync(response, asked, route, cancellationToken);
        }
        catch (HttpRequestException exception) when (exception.InnerException is RefusedAddressException refused)
        {
            return WebStep.Failed(refused.Message, false);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return WebStep.Failed($"the connection failed: {exception.Message}", true);
        }
        catch (InvalidDataException)
        {
            return WebStep.Failed("the compressed answer is broken", true);
        }
    }

    private HttpRequestMessage Request(WebRequest asked, Uri address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", $"Digest/0.1 (+{contact.AbsoluteUri})");
        request.Headers.TryAddWithoutValidation("Accept", asked.Accept);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", BodyReader.Encodings);
        if (asked.Credentials is var (name, value) && IsSameOrigin(asked.Address, address))
            request.Headers.TryAddWithoutValidation(name, value);
        if (asked.ETag is { } tag)
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (asked.LastModified is { } date)
            request.Headers.TryAddWithoutValidation("If-Modified-Since", date);
        return request;
    }

    private static bool IsSameOrigin(Uri one, Uri other) =>
        one.Scheme == other.Scheme && one.IdnHost == other.IdnHost && one.Port == other.Port;

    private WebStep? Redirect(HttpResponseMessage response, Uri address)
    {
        var status = (int)response.StatusCode;
        if (status is not (301 or 302 or 303 or 307 or 308))
            return null;
        if (response.Headers.Location is not { } location || !Uri.TryCreate(address, location, out var next))
        {
            return WebStep.Failed(
                "it redirects to something that is no address; check the url in newsletter.yml", false);
        }

        // Before the address is asked, so that a refused one is told as what it is.
        return guard.Refusal(next) is { } refusal
            ? WebStep.Failed(refusal, false)
            : new WebStep { Location = next, Status = status, IsForGood = status is 301 or 308 };
    }

    private async Task<WebStep> ReadAsync(
        HttpResponseMessage response, WebRequest asked, WebRoute route, CancellationToken cancellationToken)
    {
        var headers = Headers(response);
        var status = (int)response.StatusCode;
        if (response.StatusCode == HttpStatusCode.NotModified && asked.IsConditional)
            return new WebStep { Answer = Unchanged(headers, route), Status = status };
        if (!response.IsSuccessStatusCode)
        {
            var wait = ServerWait.Of(status, headers, clock.GetUtcNow());
            var failed = StatusText.Failure(status, wait) with { Headers = headers };
            var explained = failed with { Body = await ExplanationAsync(response, cancellationToken) };
            return new WebStep { Answer = explained, Status = status, Wait = wait };
        }

        var body = new BodyReader(asked.MaxBytes ?? options.MaxFeedBytes, options.IdleTimeout, clock);
        var (bytes, refusal) = await body.ReadAsync(response.Content, cancellationToken);
        return bytes is null
            ? WebStep.Failed(refusal!, false)
            : new WebStep { Answer = Found(bytes, headers, route), Status = status };
    }

    private async Task<byte[]> ExplanationAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var body = new BodyReader(LongestExplanation, options.IdleTimeout, clock);
            return (await body.ReadAsync(response.Content, cancellationToken)).Bytes ?? [];
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidDataException)
        {
            // The status says enough: an explanation that breaks off must not hide it.
            return [];
        }
    }

    private static WebAnswer.NotModified Unchanged(Dictionary<string, string> headers, WebRoute route) => new()
    {
        Headers = headers,
        MovedTo = route.Moved ? route.Address : null,
    };

    private static WebAnswer.Found Found(byte[] bytes, Dictionary<string, string> headers, WebRoute route) =>
        new(bytes, route.Address)
        {
            ContentType = headers.GetValueOrDefault("Content-Type"),
            ETag = headers.GetValueOrDefault("ETag"),
            LastModified = headers.GetValueOrDefault("Last-Modified"),
            Headers = headers,
            Moved = route.Moved,
        };

    private static Dictionary<string, string> Headers(HttpResponseMessage response) => response.Headers.NonValidated
        .Concat(response.Content.Headers.NonValidated)
        .DistinctBy(header => header.Key, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
}
