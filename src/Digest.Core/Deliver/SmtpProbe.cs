using Digest.Mail.Smtp;
using Microsoft.Extensions.Options;

namespace Digest.Deliver;

/// <summary>Goes as far with the mail server as one can without sending: connect, EHLO, TLS, sign-in, QUIT.</summary>
public sealed class SmtpProbe(IOptions<MailOptions> options, TimeProvider clock)
{
    /// <summary>Null if the server would take mail from us, else what stands in the way.</summary>
    public async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        using var transcript = TranscriptFile.Open(options.Value.Smtp, clock);
        var endpoint = SmtpEndpoints.From(options.Value.Smtp, transcript);
        var outcome = await SmtpConnector.ConnectAsync(endpoint, cancellationToken);
        if (outcome is SmtpConnectOutcome.Ready ready)
        {
            await ready.Session.DisposeAsync();
            return null;
        }

        return ReplyPolicy.Judge(outcome).Reply;
    }
}
