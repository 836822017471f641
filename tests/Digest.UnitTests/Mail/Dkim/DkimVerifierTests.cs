using System.Text;
using Digest.Mail.Dkim;
using Digest.Mail.Mime;
using Digest.Testing;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Mail.Dkim;

public sealed class DkimVerifierTests
{
    private const string OtherHeader = "the header is not the one that was signed, or another key signed it";
    private static readonly DateTimeOffset Now = new(2026, 11, 13, 10, 0, 0, TimeSpan.Zero);
    private static readonly DkimKey Key = DkimKey.Create("news.example", "s1", 1024);
    private static readonly byte[] Signed = new DkimSigner(Key).Sign(MimeWriter.Write(Some.MailMessage()), Now);

    [Fact]
    public void What_the_signer_signs_verifies() =>
        Assert.Equal(new DkimVerdict("news.example", "s1", null), Assert.Single(Verify(Signed)));

    [Fact]
    public void A_message_without_a_signature_has_no_verdict() =>
        Assert.Empty(Verify(MimeWriter.Write(Some.MailMessage())));

    [Theory]
    [InlineData("Subject: ", "subject  :  ")]
    [InlineData("v=1; a=rsa-sha256;", "v=1;\r\n\ta=rsa-sha256;")]
    [InlineData("--\r\n", "-- \t \r\n\r\n\r\n")]
    public void A_change_of_white_space_does_no_harm(string old, string changed) =>
        Assert.True(Assert.Single(Verify(Changed(old, changed))).IsValid);

    [Theory]
    [InlineData("5L2g", "5L2h", "the body is not the one that was signed")]
    [InlineData("From: ", "From: x ", OtherHeader)]
    [InlineData("From: ", "Subject: x\r\nFrom: ", OtherHeader)]
    [InlineData("MIME-Version: 1.0\r\n", "", OtherHeader)]
    [InlineData("i=@news", "i=@evil", "the signature is for somebody outside its domain (i=)")]
    [InlineData("; i=", "; l=1; i=", "the signature leaves the end of the body out (l=)")]
    [InlineData("rsa-sha256", "rsa-sha1", "the signature is made with another algorithm than rsa-sha256")]
    [InlineData("h=From:From", "h=X:X", "the signature does not cover From")]
    [InlineData("d=news.example;", "", "the signature says no d=")]
    [InlineData(" bh=", " bh=#", "the signature holds broken base64")]
    [InlineData("s=s1", "s=s2", "there is no TXT record s2._domainkey.news.example")]
    public void A_changed_message_does_not_verify(string old, string changed, string fault) =>
        Assert.Equal(fault, Assert.Single(Verify(Changed(old, changed))).Fault);

    [Fact]
    public void A_revoked_key_verifies_nothing() => Assert.Equal(
        "the record s1._domainkey.news.example cannot be used: p= is empty: the key is revoked",
        Assert.Single(DkimVerifier.Verify(Signed, _ => "v=DKIM1; p=")).Fault);

    [Fact]
    public void Two_selectors_are_two_verdicts()
    {
        var other = DkimKey.Create("news.example", "s2", 1024);
        var twice = new DkimSigner(other).Sign(Signed, Now);

        var verdicts = DkimVerifier.Verify(twice, name => name == Key.RecordName ? Key.Record : other.Record);

        Assert.Equal(["s2", "s1"], verdicts.Select(verdict => verdict.Selector));
        Assert.All(verdicts, verdict => Assert.True(verdict.IsValid));
    }

    [Fact]
    public void Whatever_is_signed_verifies() => Prop
        .ForAll<NonNull<string>, NonNull<string>>((subject, body) =>
        {
            var line = string.Concat(subject.Get.Where(c => c is not ('\r' or '\n')));
            var message = Encoding.UTF8.GetBytes($"From: a@news.example\r\nSubject: {line}\r\n\r\n{body.Get}");
            Assert.True(Assert.Single(Verify(new DkimSigner(Key).Sign(message, Now))).IsValid);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_octets_can_be_verified() => Prop
        .ForAll<byte[]>(octets =>
        {
            byte[] message = [.. "DKIM-Signature: v=1; "u8, .. octets ?? []];
            Assert.All(Verify(message), verdict => Assert.False(verdict.IsValid));
        }).QuickCheckThrowOnFailure();

    private static IReadOnlyList<DkimVerdict> Verify(byte[] message) =>
        DkimVerifier.Verify(message, name => name == Key.RecordName ? Key.Record : null);

    private static byte[] Changed(string old, string changed)
    {
        var text = Encoding.ASCII.GetString(Signed);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, old);
        return Encoding.ASCII.GetBytes(text[..at] + changed + text[(at + old.Length)..]);
    }
}
