using System.Security.Cryptography;
using Digest.Mail.Dkim;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Mail.Dkim;

public sealed class DkimKeyRecordTests
{
    private static readonly RSA Pair = RSA.Create(2048);
    private static readonly DkimKey Key = DkimKey.Parse("x.example", "s1", Pair.ExportPkcs8PrivateKeyPem());
    private static readonly string Public = Convert.ToBase64String(Pair.ExportSubjectPublicKeyInfo());

    [Fact]
    public void The_record_of_a_key_publishes_it()
    {
        var record = DkimKeyRecord.Parse(Key.Record);

        Assert.Empty(record.Faults);
        Assert.Empty(record.Warnings);
        Assert.Equal(2048, record.Bits);
        Assert.True(record.Publishes(Key));
    }

    [Fact]
    public void Another_key_is_told_apart() =>
        Assert.False(DkimKeyRecord.Parse(DkimKey.Create("x.example", "s1", 1024).Record).Publishes(Key));

    [Fact]
    public void A_bare_key_and_white_space_are_read_too()
    {
        var bare = Convert.ToBase64String(Pair.ExportRSAPublicKey());

        var record = DkimKeyRecord.Parse($" v = DKIM1 ;\r\n p = {bare[..80]} \t{bare[80..]} ; n=a note; x=unknown;");

        Assert.Empty(record.Faults);
        Assert.True(record.Publishes(Key));
    }

    [Theory]
    [InlineData("v=DKIM1; k=rsa", "p= is missing, and with it the key")]
    [InlineData("v=DKIM1; p=", "p= is empty: the key is revoked")]
    [InlineData("v=DKIM1; p=!!!", "p= does not hold an RSA public key in base64")]
    [InlineData("v=DKIM1; p=AAAA", "p= does not hold an RSA public key in base64")]
    [InlineData("v=DKIM2; p={0}", "v= is 'DKIM2' and not DKIM1")]
    [InlineData("k=rsa; v=DKIM1; p={0}", "v=DKIM1 does not come first")]
    [InlineData("v=DKIM1; k=ed25519; p={0}", "k= is 'ed25519'; the letters are signed with rsa")]
    [InlineData("v=DKIM1; h=sha1; p={0}", "h= does not allow sha256")]
    [InlineData("v=DKIM1; s=other; p={0}", "s= does not allow email")]
    [InlineData("v=DKIM1; p={0}; p={0}", "the record says p= twice")]
    [InlineData("v=DKIM1; nonsense; p={0}", "the record holds something that is not of the form tag=value")]
    public void A_fault_is_said_to_a_person(string text, string fault) => Assert.Equal(
        fault, DkimKeyRecord.Parse(text.Replace("{0}", Public, StringComparison.Ordinal)).Faults[0]);

    [Fact]
    public void A_key_that_is_too_short_is_a_fault_and_a_short_one_a_warning()
    {
        var tooShort = Convert.ToBase64String(RSA.Create(512).ExportSubjectPublicKeyInfo());

        Assert.Equal(
            "the key has 512 bits, fewer than the 1024 that verify",
            Assert.Single(DkimKeyRecord.Parse($"v=DKIM1; p={tooShort}").Faults));
        Assert.Equal(
            "the key has 1024 bits; 2048 are asked for today",
            Assert.Single(DkimKeyRecord.Parse(DkimKey.Create("x.example", "s1", 1024).Record).Warnings));
    }

    [Fact]
    public void The_flags_are_read()
    {
        var record = DkimKeyRecord.Parse($"v=DKIM1; t=y:s; h=sha1:sha256; s=email; p={Public}");

        Assert.Empty(record.Faults);
        Assert.True(record.IsTesting && record.IsStrict && !record.IsRevoked);
        Assert.Single(record.Warnings);
    }

    [Fact]
    public void Any_text_can_be_read() => Prop
        .ForAll<string>(text => Assert.NotEmpty(DkimKeyRecord.Parse(text ?? "").Faults))
        .QuickCheckThrowOnFailure();
}
