using System.Security.Cryptography;

namespace Digest.Mail.Dkim;

/// <summary>
/// The public half of a DKIM key as it stands in DNS, in the TXT record of <c>selector._domainkey.domain</c> (RFC 6376
/// §3.6.1). Any text can be read; what is wrong with it is in <see cref="Faults"/>.
/// </summary>
public sealed record DkimKeyRecord
{
    // RFC 8301 §3.2: verifiers must not take shorter keys, signers should not use keys shorter than the second.
    private const int MinBits = 1024;
    private const int GoodBits = 2048;

    // OpenSSL would take its time over a key of a million bits.
    private const int MaxBits = 16 * 1024;
    private readonly byte[] _key;

    private DkimKeyRecord(byte[] key, int bits)
    {
        _key = key;
        Bits = bits;
    }

    /// <summary>Why nothing can verify with this record, each a clause for a person; empty if it can.</summary>
    public IReadOnlyList<string> Faults { get; private init; } = [];

    /// <summary>What works and should be otherwise, each a clause for a person.</summary>
    public IReadOnlyList<string> Warnings { get; private init; } = [];

    /// <summary>True if the key was withdrawn: an empty <c>p=</c>.</summary>
    public bool IsRevoked { get; private init; }

    /// <summary>True if verifiers are asked to go easy on failures: <c>t=y</c>.</summary>
    public bool IsTesting { get; private init; }

    /// <summary>True if <c>i=</c> of a signature must be in the signing domain itself: <c>t=s</c>.</summary>
    public bool IsStrict { get; private init; }

    /// <summary>The length of the key's modulus; 0 where there is no key.</summary>
    public int Bits { get; }

    /// <summary>Reads the text of one TXT record, its strings joined without a space.</summary>
    public static DkimKeyRecord Parse(string text)
    {
        if (!DkimTags.TryParse(text, out var tags, out var fault))
            return new DkimKeyRecord([], 0) { Faults = [$"the record {fault}"] };

        var key = ReadKey(tags.Compact("p"), out var bits, out var keyFault);
        var flags = tags.List("t");
        string?[] faults = [.. TagFaults(tags), keyFault];
        return new DkimKeyRecord(key, bits)
        {
            Faults = [.. faults.OfType<string>()],
            Warnings = [.. WarningsOf(bits, flags)],
            IsRevoked = tags.Compact("p") is "",
            IsTesting = flags.Contains("y"),
            IsStrict = flags.Contains("s"),
        };
    }

    /// <summary>True if the record publishes the public half of this key.</summary>
    public bool Publishes(DkimKey key) => _key.AsSpan().SequenceEqual(key.PublicKey());

    internal bool Verifies(ReadOnlySpan<byte> hash, ReadOnlySpan<byte> signature)
    {
        if (Faults.Count > 0)
            return false;

        using var rsa = RSA.Create();
        rsa.ImportSubjectPublicKeyInfo(_key, out _);
        return rsa.VerifyHash(hash, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static IEnumerable<string> TagFaults(DkimTags tags)
    {
        if (tags["v"] is { } version && (version != "DKIM1" || tags.FirstName != "v"))
            yield return version == "DKIM1" ? "v=DKIM1 does not come first" : $"v= is '{version}' and not DKIM1";
        if (tags["k"] is { } type && type != "rsa")
            yield return $"k= is '{type}'; the letters are signed with rsa";
        if (tags["h"] is not null && !tags.List("h").Contains("sha256"))
            yield return "h= does not allow sha256";
        if (tags["s"] is not null && !tags.List("s").Any(service => service is "*" or "email"))
            yield return "s= does not allow email";
    }

    private static IEnumerable<string> WarningsOf(int bits, IReadOnlyList<string> flags)
    {
        if (bits is >= MinBits and < GoodBits)
            yield return $"the key has {bits} bits; {GoodBits} are asked for today";
        if (flags.Contains("y"))
            yield return "t=y says that this is a test, so a signature counts for nothing";
    }

    private static byte[] ReadKey(string? text, out int bits, out string? fault)
    {
        bits = 0;
        fault = text switch
        {
            null => "p= is missing, and with it the key",
            "" => "p= is empty: the key is revoked",
            _ => null,
        };
        if (fault is not null)
            return [];

        var key = Import(text!, ref bits);
        fault = bits switch
        {
            0 => "p= does not hold an RSA public key in base64",
            < MinBits => $"the key has {bits} bits, fewer than the {MinBits} that verify",
            > MaxBits => $"the key has {bits} bits, more than anybody verifies",
            _ => null,
        };
        return key;
    }

    /// <summary>Brought to one form, because a bare RSAPublicKey is found in DNS as well (RFC 6376 §3.6.1).</summary>
    private static byte[] Import(string text, ref int bits)
    {
        using var rsa = RSA.Create();
        try
        {
            var octets = Convert.FromBase64String(text);
            if (!TryImport(rsa, octets))
                rsa.ImportRSAPublicKey(octets, out _);
            bits = rsa.KeySize;
            return rsa.ExportSubjectPublicKeyInfo();
        }
        catch (Exception trouble) when (trouble is FormatException or CryptographicException)
        {
            return [];
        }
    }

    private static bool TryImport(RSA rsa, byte[] octets)
    {
        try
        {
            rsa.ImportSubjectPublicKeyInfo(octets, out _);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
