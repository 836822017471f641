using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Digest.Mail.Mime;
using Digest.Mail.Smtp;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Mail.Smtp;

public sealed class SmtpDsnTests
{
    private static readonly EmailAddress Reader = EmailAddress.Parse("reader@example.com");

    [Fact]
    public void Headers_come_back_with_failures_and_delays_unless_told_otherwise()
    {
        var dsn = new SmtpDsn { EnvelopeId = "letter-7" };

        Assert.Equal(" RET=HDRS ENVID=letter-7", OfMail(dsn));
        Assert.Equal(" NOTIFY=FAILURE,DELAY ORCPT=rfc822;reader@example.com", OfRecipient(dsn, Reader));
    }

    [Theory]
    [InlineData(SmtpDsnNotify.Never, " NOTIFY=NEVER")]
    [InlineData(SmtpDsnNotify.Never | SmtpDsnNotify.Delay, " NOTIFY=NEVER")]
    [InlineData(SmtpDsnNotify.Success | SmtpDsnNotify.Delay, " NOTIFY=SUCCESS,DELAY")]
    [InlineData(SmtpDsnNotify.Unsaid, "")]
    public void What_is_to_be_told_is_said_as_asked(SmtpDsnNotify notify, string expected) =>
        Assert.Equal(expected, OfRecipient(new SmtpDsn { Notify = notify, NamesRecipient = false }, Reader));

    [Theory]
    [InlineData(SmtpDsnReturn.Full, " RET=FULL")]
    [InlineData(SmtpDsnReturn.Unsaid, "")]
    public void What_comes_back_is_said_as_asked(SmtpDsnReturn returned, string expected) =>
        Assert.Equal(expected, OfMail(new SmtpDsn { Return = returned }));

    [Fact]
    public void Plus_and_equals_are_encoded_in_an_address() => Assert.EndsWith(
        "ORCPT=rfc822;a+2Bb+3Dc@example.com",
        OfRecipient(new(), EmailAddress.Parse("a+b=c@example.com")),
        StringComparison.Ordinal);

    [Fact]
    public void An_international_address_is_written_in_ascii_and_its_domain_as_labels() => Assert.EndsWith(
        @"ORCPT=utf-8;\x{7528}\x{6237}\x{2B}\x{2000B}@xn--fsqu00a.example",
        OfRecipient(new(), EmailAddress.Parse("用户+𠀋@例子.example")),
        StringComparison.Ordinal);

    [Fact]
    public void An_address_too_long_for_the_parameter_goes_without_it()
    {
        var domain = string.Join('.', Enumerable.Repeat(new string('a', 60), 3));
        var longest = EmailAddress.Parse($"{new string('+', 64)}@{domain}.cn");
        var wider = EmailAddress.Parse($"用{new string('+', 61)}@{domain}.cn");

        Assert.Contains("ORCPT=rfc822", OfRecipient(new(), longest), StringComparison.Ordinal);
        Assert.DoesNotContain("ORCPT", OfRecipient(new(), wider), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\r\nRCPT TO:<evil@x.example>")]
    [InlineData("tab\there")]
    [InlineData("\u001b")]
    [InlineData("名")]
    public void An_envelope_id_is_printable_ascii(string id) =>
        Assert.Throws<FormatException>(() => new SmtpDsn { EnvelopeId = id });

    [Fact]
    public void An_envelope_id_has_at_most_a_hundred_characters_when_encoded()
    {
        Assert.Equal(" RET=HDRS ENVID=".Length + 100, OfMail(new() { EnvelopeId = new string('a', 100) }).Length);
        Assert.Throws<FormatException>(() => new SmtpDsn { EnvelopeId = new string('a', 101) });
        Assert.Throws<FormatException>(() => new SmtpDsn { EnvelopeId = new string('+', 34) });
    }

    [Fact]
    public void Encoded_text_never_leaves_its_parameter_and_reads_back() => Prop.ForAll<string?>(text =>
    {
        var output = new ArrayBufferWriter<byte>();
        Xtext.Write(text ?? "", output);
        var encoded = Encoding.ASCII.GetString(output.WrittenSpan);

        Assert.Matches("^([!-*,-<>-~]|\\+[0-9A-F]{2})*$", encoded);
        Assert.Equal(Xtext.Length(text ?? ""), encoded.Length);
        var plain = Regex.Replace(
            encoded, @"\+(..)", match => $"{(char)Convert.ToByte(match.Groups[1].Value, 16)}");
        Assert.Equal(Encoding.UTF8.GetBytes(text ?? ""), Encoding.Latin1.GetBytes(plain));
    }).QuickCheckThrowOnFailure();

    private static string OfMail(SmtpDsn dsn)
    {
        var output = new ArrayBufferWriter<byte>();
        dsn.WriteMail(output);
        return Encoding.ASCII.GetString(output.WrittenSpan);
    }

    private static string OfRecipient(SmtpDsn dsn, EmailAddress recipient)
    {
        var output = new ArrayBufferWriter<byte>();
        dsn.WriteRecipient(recipient, output);
        return Encoding.ASCII.GetString(output.WrittenSpan);
    }
}
