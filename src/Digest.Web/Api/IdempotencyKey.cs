using Microsoft.AspNetCore.Http;

namespace Digest.Web.Api;

/// <summary>Reads the header that names a request, so that asking twice runs once.</summary>
public static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";
    public const int MaxLength = 255;

    /// <summary>The key, or null unless there is exactly one of 1 to 255 visible ASCII characters.</summary>
    public static string? Read(IHeaderDictionary headers) =>
        headers[Header] is [{ Length: >= 1 and <= MaxLength } key] && key.All(c => c is > ' ' and <= '~') ? key : null;
}
