using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Digest.Web.Http;

/// <summary>What one client may ask of the server (standards.md §5.20).</summary>
public static class SlowAndLargeRequests
{
    /// <summary>The largest body anything here reads is a form of one field or a small JSON object.</summary>
    public const int MaxBodyBytes = 16 * 1024;

    public static void Limit(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = MaxBodyBytes;
        options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        options.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
    }
}
