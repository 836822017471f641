using System.Text.Json;
using System.Text.Json.Serialization;
using Digest.Run;
using Microsoft.AspNetCore.Http;

namespace Digest.Web.Api;

/// <summary>The optional body of a request for a run.</summary>
public sealed record RunRequest
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        MaxDepth = 4,
    };

    /// <summary>A day, or a moment with its offset; null for now.</summary>
    public string? At { get; init; }

    /// <summary>Reads the body; an empty one asks for nothing special.</summary>
    /// <exception cref="JsonException">It is not the JSON that is asked for.</exception>
    public static async Task<RunRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        if (body.Length == 0)
            return new RunRequest();

        var text = body.GetBuffer().AsSpan(0, (int)body.Length);
        return JsonSerializer.Deserialize<RunRequest>(text, Strict) ?? new RunRequest();
    }

    /// <summary>The moment asked for, which may be none; false if the text is no moment.</summary>
    public bool TryReadAt(TimeZoneInfo zone, out DateTimeOffset? at)
    {
        at = null;
        if (At is null)
            return true;

        if (!RunClock.TryRead(At, zone, out var moment))
            return false;

        at = moment;
        return true;
    }
}
