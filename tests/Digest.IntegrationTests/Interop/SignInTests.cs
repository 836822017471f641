using Digest.Mail.Smtp;
using Digest.Testing.Servers;
using Xunit;

namespace Digest.IntegrationTests.Interop;

/// <summary>Signing in where Dovecot checks the password, and where nodemailer's server checks a token.</summary>
public sealed class SignInTests(MailHostFixture mail)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("SCRAM-SHA-256")]
    [InlineData("PLAIN")]
    [InlineData("LOGIN")]
    public async Task Dovecot_takes(string mechanism)
    {
        var user = $"user.of.{mechanism.ToLowerInvariant()}";

        Assert.Contains($"sasl_method={mechanism}, ", await SignInAsync(new(user, MailHost.Password)
        {
            Mechanism = mechanism,
        }));
    }

    [Fact]
    public async Task The_way_that_never_says_the_password_is_chosen_first() => Assert.Contains(
        "sasl_method=SCRAM-SHA-256, ", await SignInAsync(new("user.of.the.first.choice", MailHost.Password)));

    [Fact]
    public async Task A_token_is_given_by_xoauth2()
    {
        var reason = NodeMailServer.SkipReason();
        Assert.SkipWhen(reason is not null, reason ?? "");
        await using var server = await NodeMailServer.StartAsync("token-of-the-tests", Token);
        var endpoint = new SmtpEndpoint
        {
            Host = "127.0.0.1",
            Port = server.Port,
            Security = SmtpSecurity.None,
            Credentials = new("me@news.example", SmtpSecret.AccessToken("token-of-the-tests")),
        };

        await SingleSession.SendAsync(SignedLetters.OfSampleIssue("taro@rcpt.example"), endpoint, Token);

        Assert.Equal("XOAUTH2 me@news.example", (string?)(await server.NextAsync(Token))["user"]);
    }

    /// <summary>What Postfix says of the letter that came with the sign-in.</summary>
    private async Task<string> SignInAsync(SmtpCredentials credentials)
    {
        var host = await mail.StartAsync();
        var endpoint = await mail.EndpointAsync() with { Credentials = credentials };
        await SingleSession.SendAsync(SignedLetters.OfSampleIssue("signed.in@rcpt.example"), endpoint, Token);
        return await host.LogLineAsync([$"sasl_username={credentials.Username}"], Token);
    }
}
