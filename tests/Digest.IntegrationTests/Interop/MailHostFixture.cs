using Digest.Deliver;
using Digest.IntegrationTests.Interop;
using Digest.Mail.Smtp;
using Digest.Testing;
using Digest.Testing.Servers;
using Microsoft.Extensions.Options;
using Xunit;

[assembly: AssemblyFixture(typeof(MailHostFixture))]

namespace Digest.IntegrationTests.Interop;

/// <summary>
/// One mail server for all tests, started by the first that asks. Each test has mailboxes of its own.
/// </summary>
public sealed class MailHostFixture : IAsyncDisposable
{
    private readonly Lazy<Task<MailHost>> _host = new(() => MailHost.StartAsync(CancellationToken.None));

    /// <summary>The server; the test is skipped where it cannot run.</summary>
    public async Task<MailHost> StartAsync()
    {
        var reason = MailHost.SkipReason();
        Assert.SkipWhen(reason is not null, reason ?? "");
        return await _host.Value;
    }

    /// <summary>A transport that signs in with STARTTLS and trusts the server's own certificate.</summary>
    /// <param name="change">What a test wants otherwise.</param>
    public async Task<SmtpTransport> TransportAsync(Action<SmtpOptions>? change = null)
    {
        var host = await StartAsync();
        var options = new MailOptions
        {
            Transport = SmtpTransport.Name,
            Smtp =
            {
                Host = MailHost.Host,
                Port = host.Ports.Submission,
                Username = MailHost.Username,
                Password = MailHost.Password,
                CaFile = host.CertificateFile,
            },
        };
        change?.Invoke(options.Smtp);
        return new SmtpTransport(Options.Create(options), TimeProvider.System);
    }

    /// <summary>Hands one letter over, which the server must take.</summary>
    public async Task SendAsync(OutgoingMail letter)
    {
        await using var transport = await TransportAsync();
        var outcome = await transport.SendAsync(letter, TestContext.Current.CancellationToken);
        Assert.True(outcome is DeliveryOutcome.Accepted, $"{outcome}");
    }

    /// <summary>What a transport signs in to, for tests of a single session.</summary>
    public async Task<SmtpEndpoint> EndpointAsync()
    {
        var host = await StartAsync();
        return new SmtpEndpoint
        {
            Host = MailHost.Host,
            Port = host.Ports.Submission,
            Credentials = new SmtpCredentials(MailHost.Username, MailHost.Password),
            TrustedRoots = [host.Certificate],
        };
    }

    public async ValueTask DisposeAsync()
    {
        if (_host.IsValueCreated)
            await (await _host.Value).DisposeAsync();
    }
}
