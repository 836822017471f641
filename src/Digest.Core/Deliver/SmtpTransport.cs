using Digest.Mail.Smtp;
using Microsoft.Extensions.Options;

namespace Digest.Deliver;

/// <summary>Sends through one SMTP server. One recipient per message, because every letter differs.</summary>
public sealed class SmtpTransport(IOptions<MailOptions> options, TimeProvider clock)
    : IMailTransport, IAsyncDisposable, IDisposable
{
    public const string Name = "smtp";

    /// <summary>One that ends, one that is opened behind it, one that waits.</summary>
    private const int LettersPerConnection = 3;

    private readonly Lazy<Line> _line = new(() => Line.Open(options.Value.Smtp, clock));

    public int LettersAtOnce => LettersPerConnection * options.Value.Smtp.Connections;

    public async Task<DeliveryOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var envelope = new SmtpEnvelope(mail.Sender, mail.Recipient) { Dsn = Dsn(mail) };
        return ReplyPolicy.Judge(
            await _line.Value.Pool.SendAsync(envelope, mail.Message, RecallOf(mail), cancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        if (!_line.IsValueCreated)
            return;

        await _line.Value.Pool.DisposeAsync();
        _line.Value.Transcript?.Dispose();
    }

    /// <summary>For a container that is not disposed of asynchronously: closes without QUIT.</summary>
    public void Dispose()
    {
        if (!_line.IsValueCreated)
            return;

        _line.Value.Pool.Dispose();
        _line.Value.Transcript?.Dispose();
    }

    private static SmtpRecall RecallOf(OutgoingMail mail)
    {
        if (mail.Recall is not { } recall)
            return default;

        return new SmtpRecall(HaltIfRefused, recall.Token);

        void HaltIfRefused(SmtpSendOutcome outcome)
        {
            if (outcome is SmtpSendOutcome.Answered { IsAccepted: true })
                return;
            if (ReplyPolicy.Judge(outcome) is DeliveryOutcome.Halted)
                recall.Cancel();
        }
    }

    /// <summary>A report then names the letter, and holds its headers instead of a second copy of all of it.</summary>
    private SmtpDsn? Dsn(OutgoingMail mail) => options.Value.Smtp.Dsn
        ? new SmtpDsn { EnvelopeId = SmtpDsn.IsEnvelopeId(mail.Id) ? mail.Id : null }
        : null;

    private sealed record Line(SmtpPool Pool, SmtpTranscript? Transcript)
    {
        public static Line Open(SmtpOptions smtp, TimeProvider clock)
        {
            var transcript = TranscriptFile.Open(smtp, clock);
            var limits = new SmtpPoolLimits
            {
                Connections = smtp.Connections,
                MessagesPerConnection = smtp.LettersPerConnection,
            };
            return new Line(new SmtpPool(SmtpEndpoints.From(smtp, transcript), limits, clock), transcript);
        }
    }
}
