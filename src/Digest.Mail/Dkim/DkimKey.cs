using System.Security.Cryptography;
using Digest.Mail.Mime;

namespace Digest.Mail.Dkim;

/// <summary>
/// Who signs: the domain (<c>d=</c>), the selector (<c>s=</c>) and the RSA key whose public half is in DNS.
/// </summary>
public sealed class DkimKey
{
    // RFC 8301 §3.2: shorter keys do not verify.
    private const int MinBits = 1024;

    // More is slow to sign with, and its record is longer than some DNS services take.
    private const int MaxBits = 4096;

    private readonly RSAParameters _key;

    private DkimKey(string domain, string selector, RSA key)
    {
        Domain = domain;
        Selector = selector;
        Bits = key.KeySize;
        _key = key.ExportParameters(includePrivateParameters: true);
    }

    public string Domain { get; }

    public string Selector { get; }

    /// <summary>The length of the modulus.</summary>
    public int Bits { get; }

    /// <summary>The name of the TXT record that publishes the key (RFC 6376 §3.6.2.1).</summary>
    public string RecordName => $"{Selector}._domainkey.{Domain}";

    /// <summary>The text of that record (§3.6.1).</summary>
    public string Record => $"v=DKIM1; k=rsa; p={Convert.ToBase64String(PublicKey())}";

    /// <param name="domain">As in the From address, or a parent of it.</param>
    /// <param name="selector">The label below <c>_domainkey</c>.</param>
    /// <param name="pem">An RSA private key, PKCS#8 or PKCS#1.</param>
    /// <exception cref="FormatException">One of the three cannot be used; the message says which and why.</exception>
    public static DkimKey Parse(string domain, string selector, string pem)
    {
        using var key = RSA.Create();
        try
        {
            key.ImportFromPem(pem);

            // A public key imports as well; only this tells that it cannot sign.
            key.ExportParameters(includePrivateParameters: true);
        }
        catch (Exception trouble) when (trouble is ArgumentException or CryptographicException)
        {
            throw new FormatException("the key is not an RSA private key in PEM form", trouble);
        }

        return key.KeySize >= MinBits
            ? Checked(domain, selector, key)
            : throw new FormatException($"the key has {key.KeySize} bits, fewer than the {MinBits} that verify");
    }

    /// <summary>Makes a new key.</summary>
    /// <param name="domain">As in the From address, or a parent of it.</param>
    /// <param name="selector">The label below <c>_domainkey</c>; a new one for each key.</param>
    /// <param name="bits">The length of the modulus, 1024 to 4096; 2048 is what is asked for today (RFC 8301).</param>
    /// <exception cref="FormatException">One of the three cannot be used; the message says which and why.</exception>
    public static DkimKey Create(string domain, string selector, int bits)
    {
        if (bits is < MinBits or > MaxBits || bits % 256 != 0)
            throw new FormatException($"a key cannot have {bits} bits; use 2048, or {MinBits} to {MaxBits} by 256");

        using var key = RSA.Create(bits);
        return Checked(domain, selector, key);
    }

    /// <summary>The private key as PKCS#8 in PEM form: the secret itself.</summary>
    public string ExportPem()
    {
        using var key = OpenKey();
        return key.ExportPkcs8PrivateKeyPem() + "\n";
    }

    /// <summary>The name of the record, for messages: nothing secret.</summary>
    public override string ToString() => RecordName;

    /// <summary>The key in an object of its own, for one thread at a time.</summary>
    internal RSA OpenKey() => RSA.Create(_key);

    internal byte[] PublicKey()
    {
        using var key = OpenKey();
        return key.ExportSubjectPublicKeyInfo();
    }

    private static DkimKey Checked(string domain, string selector, RSA key)
    {
        if (!EmailAddress.TryParse($"x@{domain}", out var address, out _))
            throw new FormatException($"the domain '{domain}' is not a host name");
        if (!EmailAddress.TryParse($"x@{selector}.example", out var labels, out _))
            throw new FormatException($"the selector '{selector}' is not made of host name labels");

        return new DkimKey(address.Domain, labels.Domain[..^".example".Length], key);
    }
}
