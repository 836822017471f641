using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Digest.Mail.Smtp.Sasl;

/// <summary>
/// The channel binding <c>tls-server-end-point</c> (RFC 5929 §4.1): a hash of the server's certificate. It is the one
/// kind that .NET's TLS can serve under TLS 1.3 (RFC 9266's <c>tls-exporter</c> needs key material it does not give).
/// </summary>
internal static class TlsServerEndPoint
{
    /// <summary>Null where the signature has no hash function of its own, which leaves the binding undefined.</summary>
    public static byte[]? Of(X509Certificate certificate)
    {
        using var whole = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        return whole.SignatureAlgorithm.Value switch
        {
            // RSA with MD5, SHA-1, SHA-256; ECDSA with SHA-1, SHA-256: the weak ones count as SHA-256.
            "1.2.840.113549.1.1.4" or "1.2.840.113549.1.1.5" or "1.2.840.113549.1.1.11" or "1.2.840.10045.4.1"
                or "1.2.840.10045.4.3.2" => SHA256.HashData(whole.RawData),
            "1.2.840.113549.1.1.12" or "1.2.840.10045.4.3.3" => SHA384.HashData(whole.RawData),
            "1.2.840.113549.1.1.13" or "1.2.840.10045.4.3.4" => SHA512.HashData(whole.RawData),
            _ => null,
        };
    }
}
