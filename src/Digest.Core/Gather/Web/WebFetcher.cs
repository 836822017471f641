using System.Globalization;
using System.Net;
using Digest.Model;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace Digest.Gather.Web;

/// <summary>
/// Asks a web address politely and bounded: conditional requests with the validators as the server wrote them, an own
/// User-Agent with a contact address, no cookies, few redirects, a cap on bytes and time. Addresses of private networks
/// are refused by <see cref="NetworkGuard"/> at connect time, on every hop.
/// </summary>
internal sealed class WebFetcher(
    IHttpClientFactory clients, IOptions<GatherOptions> options, IOptions<WebOptions> web, TimeProvider clock)
{
    public const string ClientName = "gather";
    private const int MaxRedirects = 5;
    private const int LongestExplanation = 16 * 1024;

    private readonly ResiliencePipeline<WebAnswer> _secondTry = SecondTry(options.Value.RetryDelay, clock);

    public async Task<WebAnswer> GetAsync(WebRequest request, CancellationToken cancellationToken)
    {
        var limit = options.Value.Timeout;
        using var timeout = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            return await _secondTry.ExecuteAsync(
                async token => await TryAsync(request, token), either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new WebAnswer.Failed(
                string.Create(CultureInfo.InvariantCulture, $"no whole answer within {limit.TotalSeconds} s"), true);
        }
    }

    private static ResiliencePipeline<WebAnswer> SecondTry(TimeSpan delay, TimeProvider clock) =>
        new ResiliencePipelineBuilder<WebAnswer> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<WebAnswer>
            {
                MaxRetryAttempts = 1,
                Delay = delay,
                ShouldHandle = static arguments =>
                    ValueTask.FromResult(arguments.Outcome.Result is WebAnswer.Failed { MayPass: true }),
            })
            .Build();

    private async Task<WebAnswer> TryAsync(WebRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await FollowAsync(request, cancellationToken);
        }
        catch (HttpRequestException exception) when (exception.InnerException is RefusedAddressException refused)
        {
            return new WebAnswer.Failed(refused.Message, false);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return new WebAnswer.Failed($"the connection failed: {exception.Message}", true);
        }
        catch (InvalidDataException)
        {
            return new WebAnswer.Failed("the compressed answer is broken", true);
        }
    }

    private async Task<WebAnswer> FollowAsync(WebRequest asked, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(ClientName);
        var address = asked.Address;
        var moved = false;
        for (var hop = 0; hop <= MaxRedirects; hop++)
        {
            if (NetworkGuard.Refusal(address, options.Value.AllowPrivateNetworks) is { } refusal)
                return new WebAnswer.Failed(refusal, false);

            using var request = Request(asked, address);
            using var response = await client.SendAsync(
                request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (Redirect(response, address) is not { } next)
                return await ReadAsync(response, address, moved, asked, cancellationToken);

            moved = (moved || hop == 0)
                && response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect;
            address = next;
        }

        return new WebAnswer.Failed(
            string.Create(CultureInfo.InvariantCulture, $"more than {MaxRedirects} redirects"), false);
    }

    private HttpRequestMessage Request(WebRequest asked, Uri address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", $"Digest/0.1 (+{web.Value.PublicUrl.AbsoluteUri})");
        request.Headers.TryAddWithoutValidation("Accept", asked.Accept);
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

    private static Uri? Redirect(HttpResponseMessage response, Uri address) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location
            ? new Uri(address, location)
            : null;

    private async Task<WebAnswer> ReadAsync(
        HttpResponseMessage response, Uri address, bool moved, WebRequest asked, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.NotModified && (asked.ETag ?? asked.LastModified) is not null)
            return new WebAnswer.NotModified();
        if (!response.IsSuccessStatusCode)
            return await ExplainedAsync(response, cancellationToken);

        var limit = asked.MaxBytes ?? options.Value.MaxFeedBytes;
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        if (await CappedRead.ReadAsync(body, limit, cancellationToken) is not { } bytes)
            return new WebAnswer.Failed(CappedRead.TooLarge(limit), false);

        return new WebAnswer.Found(bytes, address)
        {
            ContentType = Verbatim(response.Content.Headers.NonValidated, "Content-Type"),
            ETag = Verbatim(response.Headers.NonValidated, "ETag"),
            LastModified = Verbatim(response.Content.Headers.NonValidated, "Last-Modified"),
            Headers = Headers(response),
            Moved = moved,
        };
    }

    private static async Task<WebAnswer.Failed> ExplainedAsync(
        HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var failed = StatusText.Failure(response) with { Headers = Headers(response) };
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            var start = new byte[LongestExplanation];
            var length = await body.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
            return failed with { Body = start.AsMemory(0, length) };
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidDataException)
        {
            // The status says enough: an explanation that breaks off must not hide it.
            return failed;
        }
    }

    private static Dictionary<string, string> Headers(HttpResponseMessage response) => response.Headers.NonValidated
        .Concat(response.Content.Headers.NonValidated)
        .DistinctBy(header => header.Key, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);

    private static string? Verbatim(System.Net.Http.Headers.HttpHeadersNonValidated headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.ToString() : null;
}
