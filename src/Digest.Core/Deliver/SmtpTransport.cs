using System.Collections.Concurrent;
using Digest.Mail.Smtp;
using Microsoft.Extensions.Options;

namespace Digest.Deliver;

/// <summary>
/// Sends through one SMTP server with a bounded number of connections, each used for many letters. One recipient per
/// message, because every letter differs.
/// </summary>
public sealed class SmtpTransport(IOptions<MailOptions> options, TimeProvider clock)
    : IMailTransport, IAsyncDisposable, IDisposable
{
    public const string Name = "smtp";

    /// <summary>
    /// How long a server that could not be reached is left alone, so that a dead one costs one wait and not
    /// thousands.
    /// </summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly SmtpOptions _options = options.Value.Smtp;
    private readonly Lazy<SmtpEndpoint> _endpoint = new(() => SmtpEndpoints.From(options.Value.Smtp));
    private readonly SemaphoreSlim _slots = new(options.Value.Smtp.Connections);
    private readonly ConcurrentBag<SmtpSession> _idle = [];
    private volatile Outage? _outage;

    public async Task<DeliveryOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken);
        try
        {
            return await SendOnIdleAsync(mail, cancellationToken) ?? await SendOnFreshAsync(mail, cancellationToken);
        }
        finally
        {
            _slots.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (_idle.TryTake(out var session))
            await session.DisposeAsync();
        _slots.Dispose();
    }

    /// <summary>For a container that is not disposed of asynchronously: closes without QUIT.</summary>
    public void Dispose()
    {
        while (_idle.TryTake(out var session))
            session.Dispose();
        _slots.Dispose();
    }

    /// <summary>Null if no open connection could take the letter: a server may close an idle one at any time.</summary>
    private async Task<DeliveryOutcome?> SendOnIdleAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        while (_idle.TryTake(out var session))
        {
            var outcome = await OfferAsync(session, mail, cancellationToken);
            if (outcome is not SmtpSendOutcome.Broken)
                return ReplyPolicy.Judge(outcome);
        }

        return null;
    }

    private async Task<DeliveryOutcome> SendOnFreshAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        if (_outage is { } outage && clock.GetUtcNow() < outage.Until)
            return outage.Outcome;

        var connected = await SmtpConnector.ConnectAsync(_endpoint.Value, cancellationToken);
        if (connected is SmtpConnectOutcome.Ready ready)
            return ReplyPolicy.Judge(await OfferAsync(ready.Session, mail, cancellationToken));

        var refusal = ReplyPolicy.Judge(connected);
        _outage = new Outage(refusal, clock.GetUtcNow() + Pause);
        return refusal;
    }

    private async Task<SmtpSendOutcome> OfferAsync(
        SmtpSession session, OutgoingMail mail, CancellationToken cancellationToken)
    {
        var keep = false;
        try
        {
            var outcome = await session.SendAsync(mail.Sender, mail.Recipient, mail.Message, cancellationToken);
            keep = session.IsUsable && session.MessageCount < _options.LettersPerConnection;
            return outcome;
        }
        finally
        {
            if (keep)
                _idle.Add(session);
            else
                await session.DisposeAsync();
        }
    }

    private sealed record Outage(DeliveryOutcome Outcome, DateTimeOffset Until);
}
