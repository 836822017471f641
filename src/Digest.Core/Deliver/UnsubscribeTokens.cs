using System.Diagnostics.CodeAnalysis;

namespace Digest.Deliver;

/// <summary>
/// Mints and reads the opaque part of unsubscribe addresses: HMAC-SHA256 over purpose, newsletter, subscriber id and
/// key id, base64url, no address inside, never expiring (standards.md §5.6; RFC 8058 §3.1).
/// </summary>
public sealed class UnsubscribeTokens(byte[] key)
{
    public string Mint(string newsletter, string subscriberId) => throw new NotImplementedException();

    /// <summary>Checks in constant time; false for anything this key did not mint.</summary>
    public bool TryRead(
        string token, [NotNullWhen(true)] out string? newsletter, [NotNullWhen(true)] out string? subscriberId) =>
        throw new NotImplementedException();
}
