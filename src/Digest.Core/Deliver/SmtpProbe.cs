using Digest.Mail.Smtp;
using Microsoft.Extensions.Options;

namespace Digest.Deliver;

/// <summary>Goes as far with the mail server as one can without sending: connect, EHLO, TLS, sign-in, QUIT.</summary>
public sealed class SmtpProbe(IOptions<MailOptions> options, TimeProvider clock)
{
    public async Task<SmtpProbeReport> RunAsync(CancellationToken cancellationToken)
    {
        using var transcript = TranscriptFile.Open(options.Value.Smtp, clock);
        var endpoint = SmtpEndpoints.From(options.Value.Smtp, transcript);
        var outcome = await SmtpConnector.ConnectAsync(endpoint, cancellationToken);
        if (outcome is not SmtpConnectOutcome.Ready { Session: var session })
            return new SmtpProbeReport { Fault = ReplyPolicy.Judge(outcome).Reply };

        await session.DisposeAsync();
        return new SmtpProbeReport
        {
            Features = session.Features, FeaturesBeforeTls = session.FeaturesBeforeTls, Tls = session.Tls,
        };
    }
}
