using System.Buffers;
using Digest.Mail.Mime;

namespace Digest.Mail.Smtp;

/// <summary>
/// One signed-in connection, used for one message after the other. It is usable until the server says 421, the
/// connection breaks or a call is cancelled; after that every send is <see cref="SmtpSendOutcome.Broken"/>.
/// Not safe for calls at the same time.
/// </summary>
public sealed class SmtpSession : IAsyncDisposable, IDisposable
{
    private static readonly TimeSpan FarewellTimeout = TimeSpan.FromSeconds(5);
    private readonly SmtpChannel _channel;
    private readonly SmtpTimeouts _timeouts;
    private bool _isGiven;

    internal SmtpSession(SmtpChannel channel, SmtpFeatures features, SmtpTimeouts timeouts)
    {
        _channel = channel;
        _timeouts = timeouts;
        Features = features;
    }

    public SmtpFeatures Features { get; }

    /// <summary>False once the session can carry no further message.</summary>
    public bool IsUsable { get; private set; } = true;

    /// <summary>Messages offered so far.</summary>
    public int MessageCount { get; private set; }

    /// <summary>Offers one message to one recipient.</summary>
    /// <param name="sender">MAIL FROM.</param>
    /// <param name="recipient">RCPT TO.</param>
    /// <param name="message">RFC 5322 octets, not dot-stuffed.</param>
    /// <param name="cancellationToken">Cancelling leaves the message's fate unknown and the session unusable.</param>
    public async Task<SmtpSendOutcome> SendAsync(
        EmailAddress sender, EmailAddress recipient, ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        if (!IsUsable)
            return new SmtpSendOutcome.Broken("the connection is closed");
        if (Obstacle(sender, recipient, message.Length) is { } obstacle)
            return obstacle;

        _isGiven = false;
        IsUsable = false;
        try
        {
            var outcome = await TransactAsync(sender, recipient, message, cancellationToken);
            IsUsable = outcome is SmtpSendOutcome.Answered { Reply.Code: not 421 };
            return outcome;
        }
        catch (SmtpConnectionException trouble)
        {
            return _isGiven
                ? new SmtpSendOutcome.Unknown(trouble.Message)
                : new SmtpSendOutcome.Broken(trouble.Message);
        }
    }

    /// <summary>Says QUIT if the connection still stands, waits briefly for the answer, and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        if (IsUsable)
            await QuitAsync();
        IsUsable = false;
        await _channel.DisposeAsync();
    }

    /// <summary>Closes at once, without QUIT.</summary>
    public void Dispose()
    {
        IsUsable = false;
        _channel.Dispose();
    }

    private SmtpSendOutcome? Obstacle(EmailAddress sender, EmailAddress recipient, int size)
    {
        if (NeedsUtf8(sender, recipient) && !(Features.SmtpUtf8 && Features.EightBitMime))
            return new SmtpSendOutcome.Unsupported(
                "the server does not take addresses with letters beyond ASCII (no SMTPUTF8)");

        return Features.MaxSize > 0 && size > Features.MaxSize
            ? new SmtpSendOutcome.TooLarge($"the message has {size} octets, the server takes {Features.MaxSize}")
            : null;
    }

    private async Task<SmtpSendOutcome> TransactAsync(
        EmailAddress sender, EmailAddress recipient, ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        // Always, not only after a refusal: Postfix keeps refusing MAIL after a 552 until it hears RSET.
        if (MessageCount++ > 0 && await ResetAsync(cancellationToken) is { } refusal)
            return refusal;

        var parameters = (Features.Size ? $" SIZE={message.Length}" : "")
            + (NeedsUtf8(sender, recipient) ? " BODY=8BITMIME SMTPUTF8" : "");
        var mail = await CommandAsync($"MAIL FROM:<{sender.Value}>{parameters}", cancellationToken);
        if (!mail.IsPositive)
            return new SmtpSendOutcome.Answered(SmtpStep.MailFrom, mail);

        var rcpt = await CommandAsync($"RCPT TO:<{recipient.Value}>", cancellationToken);
        if (!rcpt.IsPositive)
            return new SmtpSendOutcome.Answered(SmtpStep.RcptTo, rcpt);

        var data = await _channel.CommandAsync("DATA", _timeouts.DataStart, cancellationToken);
        if (data.Code != 354)
            return new SmtpSendOutcome.Answered(SmtpStep.Data, data);

        return await GiveAsync(message, cancellationToken);
    }

    private async Task<SmtpSendOutcome?> ResetAsync(CancellationToken cancellationToken)
    {
        var reply = await CommandAsync("RSET", cancellationToken);
        return reply.IsPositive ? null : new SmtpSendOutcome.Broken($"the server refused RSET: {reply}");
    }

    /// <summary>
    /// The final dot goes out by itself: if the body cannot be written the server has no whole message, and only from
    /// the dot on is its fate in doubt.
    /// </summary>
    private async Task<SmtpSendOutcome> GiveAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        var stuffed = new ArrayBufferWriter<byte>(message.Length + 256);
        var stuffer = new DotStuffer(stuffed);
        stuffer.Write(message.Span);
        stuffer.Complete();

        await _channel.WriteAsync(stuffed.WrittenMemory[..^3], _timeouts.DataBlock, cancellationToken);
        _isGiven = true;
        await _channel.WriteAsync(stuffed.WrittenMemory[^3..], _timeouts.DataBlock, cancellationToken);
        var reply = await _channel.ReadReplyAsync(_timeouts.DataEnd, cancellationToken);
        return new SmtpSendOutcome.Answered(SmtpStep.Message, reply);
    }

    private Task<SmtpReply> CommandAsync(string command, CancellationToken cancellationToken) =>
        _channel.CommandAsync(command, _timeouts.Command, cancellationToken);

    private async Task<bool> QuitAsync()
    {
        try
        {
            var reply = await _channel.CommandAsync("QUIT", FarewellTimeout, CancellationToken.None);
            return reply.IsPositive;
        }
        catch (SmtpConnectionException)
        {
            // The server left first; there is nothing to be polite to.
            return false;
        }
    }

    private static bool NeedsUtf8(EmailAddress sender, EmailAddress recipient) =>
        sender.IsInternational || recipient.IsInternational;
}
