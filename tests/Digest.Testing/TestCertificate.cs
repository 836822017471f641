using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Digest.Testing;

/// <summary>A certificate that signed itself, for servers on loopback.</summary>
public static class TestCertificate
{
    /// <param name="host">The name it is for, beside 127.0.0.1 if that is asked for by <c>localhost</c>.</param>
    /// <param name="days">When it ends, counted from now; in the past if negative.</param>
    public static X509Certificate2 For(string host = "localhost", int days = 1)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        if (host == "localhost")
            names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());

        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-90), now.AddDays(days));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
