using Digest.Mail.Smtp;
using Microsoft.Extensions.Options;

namespace Digest.Deliver;

/// <summary>Sends through one SMTP server. One recipient per message, because every letter differs.</summary>
public sealed class SmtpTransport(IOptions<MailOptions> options, TranscriptFile transcript, TimeProvider clock)
    : IMailTransport, IAsyncDisposable, IDisposable
{
    public const string Name = "smtp";

    private readonly Lazy<SmtpPool> _pool = new(() => Open(options.Value.Smtp, transcript, clock));

    public async Task<DeliveryOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var envelope = new SmtpEnvelope(mail.Sender, mail.Recipient) { Dsn = Dsn(mail) };
        return ReplyPolicy.Judge(await _pool.Value.SendAsync(envelope, mail.Message, cancellationToken));
    }

    public ValueTask DisposeAsync() => _pool.IsValueCreated ? _pool.Value.DisposeAsync() : ValueTask.CompletedTask;

    /// <summary>For a container that is not disposed of asynchronously: closes without QUIT.</summary>
    public void Dispose()
    {
        if (_pool.IsValueCreated)
            _pool.Value.Dispose();
    }

    /// <summary>A report then names the letter, and holds its headers instead of a second copy of all of it.</summary>
    private SmtpDsn? Dsn(OutgoingMail mail) => options.Value.Smtp.Dsn
        ? new SmtpDsn { EnvelopeId = SmtpDsn.IsEnvelopeId(mail.Id) ? mail.Id : null }
        : null;

    private static SmtpPool Open(SmtpOptions smtp, TranscriptFile transcript, TimeProvider clock)
    {
        var limits = new SmtpPoolLimits
        {
            Connections = smtp.Connections,
            MessagesPerConnection = smtp.LettersPerConnection,
        };
        return new SmtpPool(SmtpEndpoints.From(smtp, transcript.Open()), limits, clock);
    }
}
