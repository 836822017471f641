using System.Net;
using System.Net.Sockets;
using Digest.Mail.Mime;
using Digest.Mail.Smtp;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Mail;

public sealed class SmtpConnectorTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SmtpSecurity.Required, false)]
    [InlineData(SmtpSecurity.Opportunistic, false)]
    [InlineData(SmtpSecurity.Implicit, true)]
    public async Task Tls_is_made_and_mail_flows_through_it(SmtpSecurity security, bool isImplicit)
    {
        using var certificate = TestCertificate.For();
        await using var server = new FakeSmtpServer(new() { Certificate = certificate, IsImplicit = isImplicit });
        var endpoint = Endpoint(server, security) with { TrustedRoots = [certificate] };
        var ready = Assert.IsType<SmtpConnectOutcome.Ready>(await SmtpConnector.ConnectAsync(endpoint, Token));
        await using (ready.Session)
            await ready.Session.SendAsync(
                new(EmailAddress.Parse("a@x.example"), EmailAddress.Parse("b@x.example")),
                "x\r\n"u8.ToArray(),
                Token);

        Assert.True(server.Sessions[0].IsProtected);
        Assert.Single(server.Messages);
        Assert.Equal(isImplicit ? 1 : 2, Said(server, "EHLO"));
    }

    [Fact]
    public async Task CVE_2026_41319_octets_behind_the_answer_to_starttls_abort_the_connection()
    {
        using var certificate = TestCertificate.For();
        await using var server = new FakeSmtpServer(
            new() { Certificate = certificate, Injected = "250-fake\r\n250 AUTH PLAIN" });
        var endpoint = Endpoint(server, SmtpSecurity.Required) with { Credentials = new("me", "secret") };

        Assert.IsType<SmtpConnectOutcome.Insecure>(await SmtpConnector.ConnectAsync(endpoint, Token));
        Assert.Equal(0, Said(server, "AUTH"));
    }

    [Fact]
    public async Task A_certificate_nobody_vouches_for_is_refused()
    {
        using var certificate = TestCertificate.For();
        await using var server = new FakeSmtpServer(new() { Certificate = certificate });

        var outcome = await SmtpConnector.ConnectAsync(Endpoint(server, SmtpSecurity.Required), Token);
        Assert.IsType<SmtpConnectOutcome.Insecure>(outcome);
    }

    [Fact]
    public async Task A_certificate_for_another_host_is_refused()
    {
        using var certificate = TestCertificate.For("other.example");
        await using var server = new FakeSmtpServer(new() { Certificate = certificate });
        var endpoint = Endpoint(server, SmtpSecurity.Required) with { TrustedRoots = [certificate] };

        Assert.IsType<SmtpConnectOutcome.Insecure>(await SmtpConnector.ConnectAsync(endpoint, Token));
    }

    [Fact]
    public async Task A_server_without_starttls_gets_nothing_where_tls_is_required()
    {
        await using var server = new FakeSmtpServer();

        var outcome = await SmtpConnector.ConnectAsync(Endpoint(server, SmtpSecurity.Required), Token);
        Assert.IsType<SmtpConnectOutcome.Insecure>(outcome);
        Assert.Equal(0, Said(server, "MAIL"));
    }

    [Fact]
    public async Task Plain_mail_goes_only_to_this_host()
    {
        var host = Array.Find(
            await Dns.GetHostAddressesAsync(Dns.GetHostName(), AddressFamily.InterNetwork, Token),
            address => !IPAddress.IsLoopback(address));
        Assert.SkipWhen(host is null, "this host has no address but loopback");
        using var listener = new TcpListener(host!, 0);
        listener.Start();
        var endpoint = new SmtpEndpoint
        {
            Host = host!.ToString(), Port = ((IPEndPoint)listener.LocalEndpoint).Port, Security = SmtpSecurity.None,
        };

        Assert.IsType<SmtpConnectOutcome.Insecure>(await SmtpConnector.ConnectAsync(endpoint, Token));
    }

    [Theory]
    [InlineData("AUTH LOGIN PLAIN", "AUTH PLAIN AG1lAHPDqWNyZXQ=")]
    [InlineData("AUTH LOGIN", "c8OpY3JldA==")]
    public async Task Sign_in_uses_what_is_offered(string feature, string expected)
    {
        await using var server = new FakeSmtpServer(new()
        {
            Features = [feature],
            Answer = line => line switch { "bWU=" => "334 UGFzc3dvcmQ6", "c8OpY3JldA==" => "235 ok", _ => null },
        });
        var endpoint = Endpoint(server, SmtpSecurity.None) with { Credentials = new("me", "sécret") };
        var ready = Assert.IsType<SmtpConnectOutcome.Ready>(await SmtpConnector.ConnectAsync(endpoint, Token));
        await ready.Session.DisposeAsync();

        Assert.Contains(expected, server.Sessions[0].Commands);
    }

    [Fact]
    public async Task A_wrong_password_is_a_refusal_and_the_secret_is_in_no_text()
    {
        await using var server = new FakeSmtpServer(new()
        {
            Features = ["AUTH PLAIN"],
            Answer = line => line.StartsWith("AUTH", StringComparison.Ordinal) ? "535 5.7.8 no" : null,
        });
        var endpoint = Endpoint(server, SmtpSecurity.None) with { Credentials = new("me", "hunter2") };
        var outcome = await SmtpConnector.ConnectAsync(endpoint, Token);

        Assert.Equal(SmtpStep.Auth, Assert.IsType<SmtpConnectOutcome.Refused>(outcome).Step);
        Assert.DoesNotContain("hunter2", $"{endpoint} {outcome}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_known_sign_in_is_refused()
    {
        await using var server = new FakeSmtpServer();
        var endpoint = Endpoint(server, SmtpSecurity.None) with { Credentials = new("me", "secret") };

        Assert.IsType<SmtpConnectOutcome.Insecure>(await SmtpConnector.ConnectAsync(endpoint, Token));
    }

    [Theory]
    [InlineData("554 no service here")]
    [InlineData("421 4.3.2 later")]
    public async Task A_greeting_may_be_a_refusal(string banner)
    {
        await using var server = new FakeSmtpServer(new() { Banner = banner });

        var outcome = await SmtpConnector.ConnectAsync(Endpoint(server, SmtpSecurity.None), Token);
        Assert.Equal(SmtpStep.Banner, Assert.IsType<SmtpConnectOutcome.Refused>(outcome).Step);
    }

    [Theory]
    [InlineData(FakeSmtpScript.Hang)]
    [InlineData(FakeSmtpScript.Drop)]
    [InlineData("HTTP/1.1 400 Bad Request")]
    public async Task A_server_that_does_not_speak_is_unreachable(string banner)
    {
        await using var server = new FakeSmtpServer(new() { Banner = banner });
        var endpoint = Endpoint(server, SmtpSecurity.None) with
        {
            Timeouts = new() { Banner = TimeSpan.FromSeconds(banner == FakeSmtpScript.Hang ? 1 : 60) },
        };

        var outcome = await SmtpConnector.ConnectAsync(endpoint, Token);
        Assert.IsType<SmtpConnectOutcome.Unreachable>(outcome);
    }

    [Fact]
    public async Task A_closed_port_is_unreachable()
    {
        var server = new FakeSmtpServer();
        var endpoint = Endpoint(server, SmtpSecurity.None);
        await server.DisposeAsync();

        Assert.IsType<SmtpConnectOutcome.Unreachable>(await SmtpConnector.ConnectAsync(endpoint, Token));
    }

    private static SmtpEndpoint Endpoint(FakeSmtpServer server, SmtpSecurity security) => new()
    {
        Host = "127.0.0.1",
        Port = server.Port,
        Security = security,
    };

    private static int Said(FakeSmtpServer server, string verb) =>
        server.Sessions[0].Commands.Count(line => line.StartsWith(verb, StringComparison.Ordinal));
}
