using System.Security.Cryptography;
using Digest.Mail.Dkim;
using Xunit;

namespace Digest.UnitTests.Mail.Dkim;

public sealed class DkimKeyTests
{
    private static readonly RSA Pair = RSA.Create(2048);

    [Fact]
    public void Private_key_is_taken_in_either_form()
    {
        string[] forms = [Pair.ExportPkcs8PrivateKeyPem(), Pair.ExportRSAPrivateKeyPem()];

        Assert.All(forms, pem =>
            Assert.Equal("s1._domainkey.x.example", DkimKey.Parse("x.example", "s1", pem).ToString()));
    }

    [Fact]
    public void Public_key_is_refused_because_it_cannot_sign()
    {
        var error = Assert.Throws<FormatException>(
            () => DkimKey.Parse("x.example", "s1", Pair.ExportSubjectPublicKeyInfoPem()));

        Assert.Contains("private key", error.Message, StringComparison.Ordinal);
    }
}
