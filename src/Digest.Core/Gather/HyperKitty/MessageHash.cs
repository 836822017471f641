using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Digest.Gather.HyperKitty;

/// <summary>
/// The name of a mail in HyperKitty's addresses: the SHA-1 of its Message-ID without brackets, in base 32. It is an
/// identifier that the archive fixed, not a seal.
/// </summary>
internal static class MessageHash
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    // The archive keeps no longer Message-ID.
    private const int LongestId = 254;

    [SuppressMessage("Security", "CA5350", Justification = "The archive's addresses are made with it.")]
    public static string Of(string messageId)
    {
        var id = messageId.Length > LongestId ? messageId[..LongestId] : messageId;
        return Base32(SHA1.HashData(Encoding.UTF8.GetBytes(id)));
    }

    /// <summary>RFC 4648 §6; twenty octets fill their groups, so there is no padding.</summary>
    private static string Base32(ReadOnlySpan<byte> octets)
    {
        var text = new StringBuilder(octets.Length * 8 / 5);
        var (bits, held) = (0, 0);
        foreach (var octet in octets)
        {
            bits = (bits << 8) | octet;
            for (held += 8; held >= 5; held -= 5)
                text.Append(Alphabet[(bits >> (held - 5)) & 31]);
            bits &= (1 << held) - 1;
        }

        return text.ToString();
    }
}
