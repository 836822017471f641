using System.Net;

namespace Digest.Doctor;

/// <summary>What a server says to one request of the unsubscribe page.</summary>
/// <param name="Status">Its status code.</param>
/// <param name="SetsCookie">True if it wants a cookie kept, which mail providers do not.</param>
/// <param name="Date">Its clock, to the second; null if it does not say.</param>
public sealed record UnsubscribeReply(HttpStatusCode Status, bool SetsCookie, DateTimeOffset? Date)
{
    public bool IsDone => (int)Status is >= 200 and < 300;
}

/// <summary>Calls the unsubscribe page as mail providers do (RFC 8058 §3.2): no cookies, no redirects.</summary>
public sealed class UnsubscribeProbe(IHttpClientFactory clients)
{
    public const string ClientName = "doctor";

    /// <summary>Null for a GET, else the body to POST.</summary>
    /// <exception cref="HttpRequestException">There is no answer.</exception>
    public async Task<UnsubscribeReply> CallAsync(string url, HttpContent? body, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(ClientName);
        using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, url);
        request.Content = body;
        using var response = await client.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return new UnsubscribeReply(
            response.StatusCode, response.Headers.Contains("Set-Cookie"), response.Headers.Date);
    }

    public static HttpContent Urlencoded() => new FormUrlEncodedContent([Field]);

    public static HttpContent Multipart() =>
        new MultipartFormDataContent { { new StringContent(Field.Value), Field.Key } };

    private static KeyValuePair<string, string> Field { get; } = new("List-Unsubscribe", "One-Click");
}
