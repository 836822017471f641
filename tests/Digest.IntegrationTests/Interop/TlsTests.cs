using Digest.Mail.Smtp;
using Digest.Testing.Servers;
using Xunit;

namespace Digest.IntegrationTests.Interop;

/// <summary>What protects the way to Postfix, and what happens where that is missing.</summary>
public sealed class TlsTests(MailHostFixture mail)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Starttls_comes_to_TLS_1_3()
    {
        Assert.Contains("(using TLSv1.3 ", await SendAsync("tls13@rcpt.example", await mail.EndpointAsync()));
    }

    [Fact]
    public async Task A_server_with_TLS_1_2_is_still_spoken_to()
    {
        var host = await mail.StartAsync();
        var endpoint = await mail.EndpointAsync() with { Port = host.Ports.Old };

        Assert.Contains("(using TLSv1.2 ", await SendAsync("tls12@rcpt.example", endpoint));
    }

    [Fact]
    public async Task Implicit_TLS_carries_a_letter()
    {
        var host = await mail.StartAsync();
        var endpoint = await mail.EndpointAsync() with
        {
            Port = host.Ports.Implicit, Security = SmtpSecurity.Implicit,
        };

        Assert.Contains("(using TLSv1.3 ", await SendAsync("implicit@rcpt.example", endpoint));
    }

    [Fact]
    public async Task A_certificate_nobody_vouches_for_is_refused()
    {
        var endpoint = await mail.EndpointAsync() with { TrustedRoots = null };

        Assert.IsType<SmtpConnectOutcome.Insecure>(await SmtpConnector.ConnectAsync(endpoint, Token));
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_refused()
    {
        var endpoint = await mail.EndpointAsync() with { Host = MailHost.UnnamedHost };

        Assert.IsType<SmtpConnectOutcome.Insecure>(await SmtpConnector.ConnectAsync(endpoint, Token));
    }

    [Fact]
    public async Task A_server_that_withdrew_starttls_hears_no_password_and_no_address()
    {
        var host = await mail.StartAsync();
        var endpoint = await mail.EndpointAsync() with { Port = host.Ports.Plain };

        Assert.IsType<SmtpConnectOutcome.Insecure>(await SmtpConnector.ConnectAsync(endpoint, Token));

        Assert.NotNull(await host.LogLineAsync(["disconnect from", "ehlo=1 commands=1"], Token));
    }

    private async Task<string> SendAsync(string recipient, SmtpEndpoint endpoint)
    {
        var host = await mail.StartAsync();
        await SingleSession.SendAsync(SignedLetters.OfSampleIssue(recipient), endpoint, Token);
        return Assert.Single(await host.MailsAsync(recipient, 1, Token)).Added;
    }
}
