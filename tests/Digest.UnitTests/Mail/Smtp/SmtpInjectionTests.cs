using System.Text;
using Digest.Mail.Mime;
using Digest.Mail.Smtp;
using Digest.Mail.Smtp.Sasl;
using Digest.UnitTests.Mail.Smtp.Sasl;
using Xunit;

namespace Digest.UnitTests.Mail.Smtp;

/// <summary>
/// Holes that other mail programs had: text of others that became a command of ours. One test to a field, each under
/// the name of the hole it keeps shut.
/// </summary>
public sealed class SmtpInjectionTests
{
    public static TheoryData<string> Breaks { get; } =
        ["\r\n", "\r", "\n", "\0", "\u000b", "\u0085", "\u2028", "\u2029", "\u001b"];

    [Theory]
    [MemberData(nameof(Breaks))]
    public void CVE_2026_23829_no_address_with_a_line_break_can_be_made(string text)
    {
        Assert.False(EmailAddress.TryParse($"a{text}RCPT@x.example", out _, out _));
        Assert.False(EmailAddress.TryParse($"a@x.example{text}RCPT", out _, out _));
        Assert.False(EmailAddress.TryParse($"a@x.example>{text}RCPT TO:<b@x.example", out _, out _));
    }

    [Theory]
    [MemberData(nameof(Breaks))]
    public void CVE_2026_30227_quoting_lets_no_line_break_in(string text) =>
        Assert.False(EmailAddress.TryParse($"\"a{text}RCPT\"@x.example", out _, out _));

    [Fact]
    public void CVE_2025_7962_letters_beyond_ascii_bring_no_line_break_along()
    {
        // U+560A and U+560D end in the octets of LF and CR where a program keeps only the last one.
        var address = EmailAddress.Parse("\u560d\u560a@x.example");

        Assert.DoesNotContain(address.Value, c => c is '\r' or '\n');
        Assert.DoesNotContain(Encoding.UTF8.GetBytes(address.Value), octet => octet < 0x20);
    }

    [Theory]
    [InlineData("\"evil@x.example y\"@inside.example")]
    [InlineData("evil@x.example,good@inside.example")]
    [InlineData("good@inside.example <evil@x.example>")]
    [InlineData("good@inside.example evil@x.example")]
    public void GHSA_mm7p_fcc7_pg87_one_address_is_never_read_as_another(string text) =>
        Assert.False(EmailAddress.TryParse(text, out _, out _));

    [Theory]
    [InlineData("-oQ/tmp@x.example ; id")]
    [InlineData("$(id)@x.example\n")]
    public void CVE_2021_23400_what_is_more_than_an_address_is_none(string text) =>
        Assert.False(EmailAddress.TryParse(text + "\r\nX: y", out _, out _));

    [Theory]
    [MemberData(nameof(Breaks))]
    public void A_line_break_in_the_name_said_in_ehlo_is_refused(string text) => Assert.Throws<FormatException>(
        () => new SmtpEndpoint { Host = "x.example", Port = 25, ClientName = $"a{text}b" });

    [Theory]
    [MemberData(nameof(Breaks))]
    public void A_line_break_in_the_servers_name_is_refused(string text) =>
        Assert.Throws<FormatException>(() => new SmtpEndpoint { Host = $"a{text}b", Port = 25 });

    [Theory]
    [MemberData(nameof(Breaks))]
    public void A_line_break_in_an_envelope_id_is_refused(string text) =>
        Assert.Throws<FormatException>(() => new SmtpDsn { EnvelopeId = $"a{text}b" });

    [Theory]
    [InlineData("PLAIN")]
    [InlineData("LOGIN")]
    [InlineData("SCRAM-SHA-256")]
    [InlineData("XOAUTH2")]
    [InlineData("OAUTHBEARER")]
    public async Task A_control_character_in_the_name_for_the_sign_in_says_nothing_to_the_server(string mechanism)
    {
        foreach (var text in new[] { "\r\n", "\0", "\u0001", "\u0085" })
            Assert.Empty(await HeardAsync(mechanism, $"me{text}auth=evil", "secret"));
    }

    [Theory]
    [InlineData("XOAUTH2", "token\u0001user=other")]
    [InlineData("OAUTHBEARER", "token\u0001\u0001")]
    [InlineData("PLAIN", "secret\0other")]
    [InlineData("LOGIN", "secret\0other")]
    [InlineData("SCRAM-SHA-256", "secret\r\n")]
    public async Task A_secret_that_would_break_its_field_is_not_said(string mechanism, string secret) =>
        Assert.Empty(await HeardAsync(mechanism, "me", secret));

    [Theory]
    [InlineData("PLAIN")]
    [InlineData("LOGIN")]
    public async Task A_line_break_in_a_password_stays_inside_its_encoding(string mechanism)
    {
        var heard = await HeardAsync(mechanism, "me", "a\r\nRSET");

        Assert.NotEmpty(heard);
        Assert.All(heard, line => Assert.DoesNotContain(line, char.IsControl));
    }

    private static async Task<IReadOnlyList<string>> HeardAsync(string mechanism, string username, string secret)
    {
        var isToken = SmtpCredentials.TokenMechanisms.Contains(mechanism);
        var credentials = new SmtpCredentials(
            username, isToken ? SmtpSecret.AccessToken(secret) : SmtpSecret.Password(secret));
        var ground = new SaslGround { Host = "x.example", Port = 587, Offered = [mechanism], IsPrivate = true };
        var wire = new ScriptedWire("334 ", "334 ", "535 no");
        await SmtpSignIn.RunAsync(credentials, ground, wire.SayAsync, CancellationToken.None);
        return wire.Heard;
    }
}
