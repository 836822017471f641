using System.Buffers;
using System.Security.Cryptography;

namespace Digest.Mail.Dkim;

/// <summary>
/// Verifies what <see cref="DkimSigner"/> makes: rsa-sha256, relaxed/relaxed (RFC 6376 §6.1). For a look at one's own
/// mail: signatures of other kinds are reported as such, and the expiry (<c>x=</c>) is not looked at.
/// </summary>
public static class DkimVerifier
{
    private const int MaxSignatures = 10;
    private const int MaxFields = 2000;

    /// <summary>
    /// One verdict for each DKIM-Signature, from the top; none for a message of more fields than any mail has. Never
    /// throws on any octets.
    /// </summary>
    /// <param name="message">RFC 5322 octets with CRLF line ends.</param>
    /// <param name="text">
    /// The TXT record of a name such as <c>s1._domainkey.news.example</c>, its strings joined; null if there is none.
    /// </param>
    public static IReadOnlyList<DkimVerdict> Verify(ReadOnlySpan<byte> message, Func<string, string?> text)
    {
        var fields = new List<DkimField>();
        var body = message[DkimFields.Read(message, fields)..];
        var verdicts = new List<DkimVerdict>();
        if (fields.Count > MaxFields)
            return verdicts;

        foreach (var field in fields)
        {
            if (field.Is("DKIM-Signature", message) && verdicts.Count < MaxSignatures)
                verdicts.Add(Verify(message, body, fields, field, text));
        }

        return verdicts;
    }

    private static DkimVerdict Verify(
        ReadOnlySpan<byte> message,
        ReadOnlySpan<byte> body,
        List<DkimField> fields,
        DkimField field,
        Func<string, string?> text)
    {
        var raw = field.Raw(message);
        if (!DkimSignature.TryRead(raw, out var signature, out var fault))
            return new DkimVerdict("", "", $"the signature {fault}");

        return new DkimVerdict(signature.Domain, signature.Selector, KeyFault(signature, text, out var record)
            ?? BodyFault(signature, body)
            ?? HeaderFault(signature, record, Input(message, fields, signature, raw)));
    }

    private static string? KeyFault(DkimSignature signature, Func<string, string?> text, out DkimKeyRecord record)
    {
        var name = $"{signature.Selector}._domainkey.{signature.Domain}";
        var found = text(name);
        record = DkimKeyRecord.Parse(found ?? "");
        if (found is null)
            return $"there is no TXT record {name}";
        if (record.Faults is [var fault, ..])
            return $"the record {name} cannot be used: {fault}";

        return record.IsStrict && signature.AgentDomain != signature.Domain
            ? $"the record {name} forbids signing for {signature.AgentDomain} (t=s)"
            : null;
    }

    private static string? BodyFault(DkimSignature signature, ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[RelaxedBody.HashLength];
        RelaxedBody.Hash(body, hash);
        return hash.SequenceEqual(signature.BodyHash) ? null : "the body is not the one that was signed";
    }

    private static string? HeaderFault(DkimSignature signature, DkimKeyRecord record, ReadOnlySpan<byte> input) =>
        record.Verifies(SHA256.HashData(input), signature.Signature)
            ? null
            : "the header is not the one that was signed, or another key signed it";

    /// <summary>Fields of one name are used from the bottom up (§5.4.2); one that is not there adds nothing.</summary>
    private static ReadOnlySpan<byte> Input(
        ReadOnlySpan<byte> message, List<DkimField> fields, DkimSignature signature, ReadOnlySpan<byte> raw)
    {
        var input = new ArrayBufferWriter<byte>();
        var unused = new List<DkimField>(fields);
        foreach (var name in signature.Names)
        {
            for (var i = unused.Count - 1; i >= 0; i--)
            {
                if (!unused[i].Is(name, message))
                    continue;
                DkimFields.Relax(unused[i].Raw(message), input);
                unused.RemoveAt(i);
                break;
            }
        }

        DkimFields.Relax(WithoutSignature(raw), input);
        return input.WrittenSpan[..^2];
    }

    /// <summary>The field with the value of <c>b=</c> taken out (§3.7).</summary>
    private static byte[] WithoutSignature(ReadOnlySpan<byte> raw)
    {
        for (var start = raw.IndexOf((byte)':') + 1; start < raw.Length;)
        {
            var length = raw[start..].IndexOf((byte)';');
            var tag = length < 0 ? raw[start..] : raw.Slice(start, length);
            var equals = tag.IndexOf((byte)'=');
            if (equals >= 0 && tag[..equals].Trim(" \t\r\n"u8).SequenceEqual("b"u8))
                return [.. raw[..(start + equals + 1)], .. raw[(start + tag.Length)..]];

            start += tag.Length + 1;
        }

        return raw.ToArray();
    }
}
