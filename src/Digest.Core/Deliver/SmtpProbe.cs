using Digest.Mail.Smtp;
using Microsoft.Extensions.Options;

namespace Digest.Deliver;

/// <summary>Goes as far with the mail server as one can without sending: connect, EHLO, TLS, sign-in, QUIT.</summary>
public sealed class SmtpProbe(IOptions<MailOptions> options, TranscriptFile transcript)
{
    /// <summary>Null if the server would take mail from us, else what stands in the way.</summary>
    public async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        var endpoint = SmtpEndpoints.From(options.Value.Smtp, transcript.Open());
        var outcome = await SmtpConnector.ConnectAsync(endpoint, cancellationToken);
        if (outcome is SmtpConnectOutcome.Ready ready)
        {
            await ready.Session.DisposeAsync();
            return null;
        }

        return ReplyPolicy.Judge(outcome).Reply;
    }
}
