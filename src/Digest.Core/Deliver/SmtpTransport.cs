using Digest.Mail.Smtp;
using Microsoft.Extensions.Options;

namespace Digest.Deliver;

/// <summary>Sends through one SMTP server. One recipient per message, because every letter differs.</summary>
public sealed class SmtpTransport(IOptions<MailOptions> options, TimeProvider clock)
    : IMailTransport, IAsyncDisposable, IDisposable
{
    public const string Name = "smtp";

    private readonly Lazy<SmtpPool> _pool = new(() => Open(options.Value.Smtp, clock));

    public async Task<DeliveryOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var envelope = new SmtpEnvelope(mail.Sender, mail.Recipient);
        return ReplyPolicy.Judge(await _pool.Value.SendAsync(envelope, mail.Message, cancellationToken));
    }

    public ValueTask DisposeAsync() => _pool.IsValueCreated ? _pool.Value.DisposeAsync() : ValueTask.CompletedTask;

    /// <summary>For a container that is not disposed of asynchronously: closes without QUIT.</summary>
    public void Dispose()
    {
        if (_pool.IsValueCreated)
            _pool.Value.Dispose();
    }

    private static SmtpPool Open(SmtpOptions smtp, TimeProvider clock)
    {
        var limits = new SmtpPoolLimits
        {
            Connections = smtp.Connections,
            MessagesPerConnection = smtp.LettersPerConnection,
        };
        return new SmtpPool(SmtpEndpoints.From(smtp), limits, clock);
    }
}
