using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Digest.Mail.Dkim;

/// <summary>
/// Signs with rsa-sha256, relaxed/relaxed (RFC 6376), over the fields a newsletter stands on. Fields that must not be
/// added later are named once more than they occur (§5.4.2), so a second Subject breaks the signature.
/// </summary>
public sealed class DkimSigner(DkimKey key)
{
    private static readonly string[] Signed =
    [
        "From", "To", "Cc", "Reply-To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type", "List-Id",
        "List-Help", "List-Unsubscribe", "List-Unsubscribe-Post", "List-Archive", "Feedback-ID", "Auto-Submitted",
    ];

    private static readonly string[] Oversigned =
    [
        "From", "To", "Cc", "Reply-To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type", "List-Id",
        "List-Unsubscribe", "List-Unsubscribe-Post",
    ];

    // The platform does not promise that one RSA object may sign on two threads at once.
    private readonly Lock _lock = new();

    /// <summary>Gives the message back with a DKIM-Signature before its other fields.</summary>
    /// <param name="message">RFC 5322 octets with CRLF line ends.</param>
    /// <param name="now">The time of signing (<c>t=</c>).</param>
    public byte[] Sign(ReadOnlySpan<byte> message, DateTimeOffset now)
    {
        var split = message.IndexOf("\r\n\r\n"u8);
        var head = split < 0 ? message : message[..(split + 2)];
        var body = split < 0 ? [] : message[(split + 4)..];
        var fields = DkimFields.Parse(Encoding.UTF8.GetString(head));

        var names = Names(fields);
        var bodyHash = Convert.ToBase64String(SHA256.HashData(RelaxedBody.Of(body)));
        var unsigned = Header(names, bodyHash, now);
        var input = Canonical(fields, names) + DkimFields.Relax(unsigned).TrimEnd('\r', '\n');
        var signature = Fold(Convert.ToBase64String(SignHash(Encoding.UTF8.GetBytes(input))));
        return [.. Encoding.UTF8.GetBytes($"{unsigned}{signature}\r\n"), .. message];
    }

    private static List<string> Names(IReadOnlyList<DkimField> fields)
    {
        var names = new List<string>();
        foreach (var name in Signed)
        {
            var count = fields.Count(field => field.Is(name)) + (Oversigned.Contains(name) ? 1 : 0);
            names.AddRange(Enumerable.Repeat(name, count));
        }

        return names;
    }

    private string Header(IReadOnlyList<string> names, string bodyHash, DateTimeOffset now)
    {
        var list = new StringBuilder();
        var column = 3;
        foreach (var name in names)
        {
            if (column + name.Length + 1 > 72)
            {
                list.Append("\r\n  ");
                column = 2;
            }

            list.Append(name).Append(':');
            column += name.Length + 1;
        }

        var time = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; q=dns/txt;\r\n"
            + $" d={key.Domain}; s={key.Selector};\r\n t={time}; i=@{key.Domain};\r\n"
            + $" h={list.ToString().TrimEnd(':')};\r\n bh={bodyHash};\r\n b=";
    }

    /// <summary>
    /// Fields of one name are taken from the bottom up (§5.4.2); one that is named but missing adds nothing.
    /// </summary>
    private static string Canonical(IReadOnlyList<DkimField> fields, IReadOnlyList<string> names)
    {
        var result = new StringBuilder();
        foreach (var group in names.GroupBy(name => name))
            foreach (var field in fields.Where(field => field.Is(group.Key)).Reverse().Take(group.Count()))
                result.Append(DkimFields.Relax(field.Raw));

        return result.ToString();
    }

    private byte[] SignHash(byte[] input)
    {
        lock (_lock)
            return key.Key.SignData(input, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static string Fold(string base64) =>
        string.Join("\r\n ", base64.Chunk(72).Select(line => new string(line)));
}
