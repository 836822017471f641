using System.Security.Cryptography;
using Digest.Mail.Mime;

namespace Digest.Mail.Dkim;

/// <summary>
/// Who signs: the domain (<c>d=</c>), the selector (<c>s=</c>) and the RSA key whose public half is in DNS.
/// </summary>
public sealed record DkimKey
{
    // RFC 8301 §3.2: shorter keys do not verify.
    private const int MinBits = 1024;

    private DkimKey(string domain, string selector, RSA key)
    {
        Domain = domain;
        Selector = selector;
        Key = key;
    }

    public string Domain { get; }

    public string Selector { get; }

    internal RSA Key { get; }

    /// <param name="domain">As in the From address, or a parent of it.</param>
    /// <param name="selector">The label below <c>_domainkey</c>.</param>
    /// <param name="pem">An RSA private key, PKCS#8 or PKCS#1.</param>
    /// <exception cref="FormatException">One of the three cannot be used; the message says which and why.</exception>
    public static DkimKey Parse(string domain, string selector, string pem)
    {
        if (!EmailAddress.TryParse($"x@{domain}", out var address, out _))
            throw new FormatException($"the domain '{domain}' is not a host name");
        if (!EmailAddress.TryParse($"x@{selector}.example", out _, out _))
            throw new FormatException($"the selector '{selector}' is not made of host name labels");

        var key = RSA.Create();
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
            ? new DkimKey(address.Domain, selector, key)
            : throw new FormatException($"the key has {key.KeySize} bits, fewer than the {MinBits} that verify");
    }

    public override string ToString() => $"{Selector}._domainkey.{Domain}";
}
