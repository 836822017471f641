using Digest.Mail.Smtp;
using Microsoft.Extensions.Options;

namespace Digest.Deliver;

/// <summary>Goes as far with the mail server as one can without sending: connect, EHLO, TLS, sign-in, QUIT.</summary>
public sealed class SmtpProbe(IOptions<MailOptions> options, TimeProvider clock)
{
    // Letters wait as long as RFC 5321 asks; a person at a terminal does not.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task<SmtpProbeReport> RunAsync(CancellationToken cancellationToken)
    {
        using var transcript = TranscriptFile.Open(options.Value.Smtp, clock);
        var endpoint = SmtpEndpoints.From(options.Value.Smtp, transcript);
        var outcome = await SmtpConnector.ConnectAsync(
            endpoint with { Timeouts = Shortened(endpoint.Timeouts) }, cancellationToken);
        if (outcome is not SmtpConnectOutcome.Ready { Session: var session })
            return new SmtpProbeReport { Fault = ReplyPolicy.Judge(outcome).Reply, Obstacle = outcome };

        await session.DisposeAsync();
        return new SmtpProbeReport
        {
            Features = session.Features, FeaturesBeforeTls = session.FeaturesBeforeTls, Tls = session.Tls,
        };
    }

    private static SmtpTimeouts Shortened(SmtpTimeouts timeouts) => timeouts with
    {
        Connect = Shorter(timeouts.Connect), Banner = Shorter(timeouts.Banner), Command = Shorter(timeouts.Command),
    };

    private static TimeSpan Shorter(TimeSpan time) => time < Patience ? time : Patience;
}
