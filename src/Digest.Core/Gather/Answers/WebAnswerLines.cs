using Digest.Gather.Web;

namespace Digest.Gather.Answers;

/// <summary>Writes web answers as lines and reads them back.</summary>
internal static class WebAnswerLines
{
    private const int Ok = 200;
    private const int NotModified = 304;

    // They say who asked, or would be asked for again.
    private static readonly string[] Secret =
        ["Set-Cookie", "Set-Cookie2", "WWW-Authenticate", "Proxy-Authenticate", "Authentication-Info"];

    public static AnswerLine Found(WebAnswer.Found found, Uri asked, string hash) => new()
    {
        Name = asked.AbsoluteUri,
        Status = Ok,
        Location = found.Location == asked ? null : found.Location.AbsoluteUri,
        Moved = found.Moved ? true : null,
        Headers = WithoutSecrets(found.Headers),
        Sha256 = hash,
    };

    public static AnswerLine Unchanged(WebAnswer.NotModified unchanged, Uri asked, AnswerLine? kept) => new()
    {
        Name = asked.AbsoluteUri,
        Status = NotModified,
        Location = unchanged.MovedTo?.AbsoluteUri,
        Headers = WithoutSecrets(unchanged.Headers),
        Kept = kept is null ? null : kept with { Source = null, Name = null },
    };

    public static AnswerLine Failed(WebAnswer.Failed failed, Uri asked) => new()
    {
        Name = asked.AbsoluteUri,
        Status = failed.Status,
        Failed = failed.Reason,
    };

    /// <param name="request">What is asked now: it may have no copy at hand although the one then had.</param>
    /// <exception cref="IOException">The body is missing or damaged.</exception>
    public static async Task<WebAnswer> ReadAsync(
        AnswerLine line, WebRequest request, AnswerBodies bodies, CancellationToken cancellationToken)
    {
        if (line.Failed is { } reason)
            return new WebAnswer.Failed(reason, MayPass: false) { Status = line.Status };
        if (line.Status == NotModified && request.IsConditional)
        {
            return new WebAnswer.NotModified
            {
                Headers = HeadersOf(line),
                MovedTo = Uri.TryCreate(line.Location, UriKind.Absolute, out var place) ? place : null,
            };
        }


        var full = line.Status == NotModified ? line.Kept : line;
        if (full?.Sha256 is not { } hash)
            return new WebAnswer.Failed("it said 'not modified', and what it had said before was not kept", false);

        var bytes = await bodies.ReadAsync(hash, cancellationToken);
        return Found(full, request, bytes);
    }

    private static WebAnswer.Found Found(AnswerLine line, WebRequest request, byte[] bytes)
    {
        var headers = HeadersOf(line);
        var location = Uri.TryCreate(line.Location, UriKind.Absolute, out var other) ? other : request.Address;
        return new WebAnswer.Found(bytes, location)
        {
            ContentType = headers.GetValueOrDefault("Content-Type"),
            ETag = headers.GetValueOrDefault("ETag"),
            LastModified = headers.GetValueOrDefault("Last-Modified"),
            Headers = headers,
            Moved = line.Moved == true,
        };
    }

    private static Dictionary<string, string> HeadersOf(AnswerLine line) =>
        (line.Headers ?? new Dictionary<string, string>())
        .Where(header => header.Value is not null)
        .DistinctBy(header => header.Key, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(StringComparer.OrdinalIgnoreCase);

    private static Dictionary<string, string> WithoutSecrets(IReadOnlyDictionary<string, string> headers) => headers
        .Where(header => !Secret.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
        .ToDictionary(StringComparer.OrdinalIgnoreCase);
}
