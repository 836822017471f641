using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Digest.Model;

namespace Digest.Compose.Stories.Objects;

/// <summary>
/// Mails in an archive that puts the Message-ID, or a hash of it, into the address. Pipermail and most mirrors number
/// mails as they like: there the page is all that can be known.
/// </summary>
internal static class MailAddress
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string? Key(WebAddress address)
    {
        if (MessageId(address) is { } id)
            return IsMessageId(id) ? ObjectKey.Message(id) : null;

        // HyperKitty: …/list/dev@lists.example/message/HASH/, and a thread is named after its first mail.
        var at = Math.Max(address.IndexOf("message"), address.IndexOf("thread"));
        var isArchive = at > 0 && address.Segment(at - 1)!.Contains('@', StringComparison.Ordinal);
        return isArchive && address.Segment(at + 1) is { Length: 32 } hash
            ? $"message-hash:{hash.ToUpperInvariant()}"
            : null;
    }

    /// <summary>How HyperKitty's addresses name a mail: base 32 over the SHA-1 of its Message-ID.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "Mailman's addresses are made with it; nothing is secured.")]
    public static string HashKey(string messageId)
    {
        var hash = SHA1.HashData(Encoding.UTF8.GetBytes(messageId.Trim().Trim('<', '>')));
        var text = new StringBuilder("message-hash:");
        for (var bit = 0; bit < hash.Length * 8; bit += 5)
        {
            var pair = (hash[bit / 8] << 8) | (bit / 8 + 1 < hash.Length ? hash[(bit / 8) + 1] : 0);
            text.Append(Base32[(pair >> (11 - (bit % 8))) & 31]);
        }

        return text.ToString();
    }

    private static string? MessageId(WebAddress address) => address.Host switch
    {
        "marc.info" => address.Parameter("i"),
        "mail-archive.com" when address.Parameter("l") == "mid" => address.Parameter("q"),
        "lore.kernel.org" => address.Segment(1),
        "groups.google.com" when address.IndexOf("msgid") is >= 0 and var at => address.Segment(at + 2),
        _ => address.IndexOf("mid") is >= 0 and var mid ? address.Segment(mid + 1) : null,
    };

    private static bool IsMessageId(string text) =>
        text.Length is > 4 and < 250 && text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        && at < text.Trim('<', '>').Length - 1 && !text.Contains(' ', StringComparison.Ordinal);
}
