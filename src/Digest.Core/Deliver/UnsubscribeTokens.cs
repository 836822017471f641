using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Digest.Deliver;

/// <summary>
/// Mints and reads the opaque part of unsubscribe addresses: HMAC-SHA256 over purpose, newsletter, subscriber id and
/// key id, base64url, no address inside, never expiring (standards.md §5.6; RFC 8058 §3.1).
/// </summary>
/// <remarks>
/// Octets: 4 key id, 1 length of the newsletter's slug, the slug, the subscriber id, 16 of the MAC. A key that was
/// retired still reads what it minted, because a reader may unsubscribe from a mail of years ago.
/// </remarks>
public sealed class UnsubscribeTokens
{
    private const int KeyIdLength = 4;
    private const int MacLength = 16;
    private const int MaxToken = 512;
    private const int MaxOnStack = 256;
    private static readonly byte[] Purpose = "unsubscribe/1\0"u8.ToArray();
    private readonly IReadOnlyList<Key> _keys;

    /// <summary>One key mints and reads.</summary>
    public UnsubscribeTokens(byte[] key) : this([key]) { }

    /// <summary>The first key mints, all read.</summary>
    public UnsubscribeTokens(IReadOnlyList<byte[]> keys) =>
        _keys = [.. keys.Select(octets => new Key(octets, SHA256.HashData(octets)[..KeyIdLength]))];

    public string Mint(string newsletter, string subscriberId)
    {
        var slug = checked((byte)Encoding.UTF8.GetByteCount(newsletter));
        var length = KeyIdLength + 1 + slug + Encoding.UTF8.GetByteCount(subscriberId);
        var token = (length <= MaxOnStack ? stackalloc byte[MaxOnStack + MacLength] : new byte[length + MacLength])
            [..(length + MacLength)];
        _keys[0].Id.CopyTo(token);
        token[KeyIdLength] = slug;
        Encoding.UTF8.GetBytes(newsletter, token[(KeyIdLength + 1)..]);
        Encoding.UTF8.GetBytes(subscriberId, token[(KeyIdLength + 1 + slug)..]);
        Mac(_keys[0].Octets, token[..length], token[length..]);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>Checks in constant time; false for anything that none of the keys minted.</summary>
    public bool TryRead(
        string token, [NotNullWhen(true)] out string? newsletter, [NotNullWhen(true)] out string? subscriberId)
    {
        (newsletter, subscriberId) = (null, null);
        if (Decode(token) is not { } octets || octets.Length <= KeyIdLength + 1 + MacLength)
            return false;

        var content = octets.AsSpan(..^MacLength);
        if (!IsOurs(content, octets.AsSpan(^MacLength..)))
            return false;

        var split = KeyIdLength + 1 + content[KeyIdLength];
        newsletter = Encoding.UTF8.GetString(content[(KeyIdLength + 1)..split]);
        subscriberId = Encoding.UTF8.GetString(content[split..]);
        return true;
    }

    private bool IsOurs(ReadOnlySpan<byte> content, ReadOnlySpan<byte> mac)
    {
        Span<byte> expected = stackalloc byte[MacLength];
        foreach (var key in _keys)
        {
            if (!content[..KeyIdLength].SequenceEqual(key.Id))
                continue;

            Mac(key.Octets, content, expected);
            if (CryptographicOperations.FixedTimeEquals(mac, expected))
                return true;
        }

        return false;
    }

    /// <summary>Null unless the text is the one spelling of its octets, so that one token has one form.</summary>
    private static byte[]? Decode(string token)
    {
        if (token.Length > MaxToken || !Base64Url.IsValid(token))
            return null;

        var octets = Base64Url.DecodeFromChars(token);
        return Base64Url.EncodeToString(octets) == token ? octets : null;
    }

    private static void Mac(byte[] key, ReadOnlySpan<byte> content, Span<byte> mac)
    {
        var length = Purpose.Length + content.Length;
        var input = (length <= MaxOnStack ? stackalloc byte[MaxOnStack] : new byte[length])[..length];
        Purpose.CopyTo(input);
        content.CopyTo(input[Purpose.Length..]);
        Span<byte> whole = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, input, whole);
        whole[..MacLength].CopyTo(mac);
    }

    private sealed record Key(byte[] Octets, byte[] Id);
}
