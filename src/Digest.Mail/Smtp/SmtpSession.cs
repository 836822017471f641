using System.Runtime.CompilerServices;

namespace Digest.Mail.Smtp;

/// <summary>
/// One signed-in connection, used for one message after the other. It is usable until the server says 421, the
/// connection breaks or a call is cancelled; after that every send is <see cref="SmtpSendOutcome.Broken"/>.
/// Not safe for calls at the same time.
/// </summary>
/// <remarks>
/// The session moves in steps. A step ends the message whose DATA was granted, if there is one, and opens the next, if
/// there is one: with PIPELINING (RFC 2920) the text of the one, its final dot and the commands of the other leave in
/// one write, and the answers to all of them come back together, so that a message costs one write and one read.
/// Replies are counted, never guessed from their text. Without PIPELINING each command waits for its answer.
/// </remarks>
public sealed class SmtpSession : IAsyncDisposable, IDisposable
{
    /// <summary>
    /// A longer message goes out in blocks of this size, its end by itself: each block has its own limit of time, and
    /// if one cannot be written the server has no whole message. A shorter one goes out in one call with its end; if
    /// that fails nobody can say whether the dot was among what went, so from that call on the fate is in doubt.
    /// </summary>
    private const int Block = 256 * 1024;

    private static readonly TimeSpan FarewellTimeout = TimeSpan.FromSeconds(5);

    private readonly SmtpChannel _channel;
    private readonly SmtpTimeouts _timeouts;
    private readonly SmtpCommands _commands = new();
    private readonly SmtpContent _content;
    private readonly SmtpOpening _opening;
    private SmtpTransaction? _open;
    private bool _isVoid;
    private bool _isInDoubt;

    internal SmtpSession(SmtpChannel channel, SmtpFeatures features, SmtpEndpoint endpoint)
    {
        _channel = channel;
        _timeouts = endpoint.Timeouts;
        _content = new SmtpContent(endpoint.Chunking && features.Chunking);
        _opening = new SmtpOpening(channel, features, endpoint.Timeouts, _content.IsChunk);
        Features = features;
        Tls = channel.Socket.Tls;
    }

    public SmtpFeatures Features { get; }

    /// <summary>What was offered in the clear, before STARTTLS; null where nothing was.</summary>
    public SmtpFeatures? FeaturesBeforeTls { get; internal set; }

    /// <summary>Null on a connection without TLS.</summary>
    public SmtpTls? Tls { get; }

    /// <summary>False once the session can carry no further message.</summary>
    public bool IsUsable { get; private set; } = true;

    /// <summary>Messages offered so far.</summary>
    public int MessageCount { get; private set; }

    /// <summary>What closed the session; empty while it is usable.</summary>
    internal string Trouble { get; private set; } = "";

    /// <summary>True while the server waits for text, which the next step gives.</summary>
    internal bool IsMidMessage => IsUsable && (_open is not null || _isVoid);

    /// <summary>Offers one message to one recipient.</summary>
    /// <param name="envelope">Sender and recipient.</param>
    /// <param name="message">RFC 5322 octets, not dot-stuffed; they must stay as they are until the call ends.</param>
    /// <param name="cancellationToken">
    /// Cancelling closes the connection. The call throws, unless the server had answered; nobody knows then what
    /// became of the message.
    /// </param>
    public async ValueTask<SmtpSendOutcome> SendAsync(
        SmtpEnvelope envelope, ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        var transaction = new SmtpTransaction(retire: null);
        var outcome = transaction.Begin(envelope, message, default, cancellationToken);
        await using var abort = cancellationToken.UnsafeRegister(static s => ((SmtpSession)s!).Abort(), this);
        if (await StepAsync(transaction) is { } refused)
            refused.Settle(new SmtpSendOutcome.Broken(Trouble));
        while (IsMidMessage)
            await StepAsync(null);

        return await outcome;
    }

    /// <summary>Says QUIT if the connection still stands, waits briefly for the answer, and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        if (IsUsable && !IsMidMessage)
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

    /// <summary>Ends the message under way, if there is one, and opens the next, if there is one.</summary>
    /// <returns>
    /// The next, if the connection was lost before the server could judge it: it can go another way. Null if it is
    /// under way or has its outcome.
    /// </returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    internal async ValueTask<SmtpTransaction?> StepAsync(SmtpTransaction? next)
    {
        if (!IsUsable)
            return next;
        if (next is not null && IsHindered(next))
            next = null;

        try
        {
            Prepare(Features.Pipelining ? next : null);
            _channel.ThrowIfUnready();
            await EndAsync();
            return next is null ? null : await OpenAsync(next);
        }
        catch (SmtpConnectionException trouble)
        {
            Break(trouble.Message);
            return next;
        }
    }

    /// <summary>Closes from any thread; a step under way fails.</summary>
    internal void Abort() => _channel.Abort();

    /// <summary>Ends what is under way where no further step will be made.</summary>
    internal void Break(string reason)
    {
        IsUsable = false;
        Trouble = reason;
        _channel.Note($"is lost: {reason}");
        _open?.Settle(_isInDoubt ? new SmtpSendOutcome.Unknown(reason) : new SmtpSendOutcome.Broken(reason));
        _open = null;
    }

    private bool IsHindered(SmtpTransaction next)
    {
        var obstacle = Features.ObstacleTo(next.Envelope, next.Message.Span);
        if (obstacle is not null)
            next.Settle(obstacle);
        return obstacle is not null;
    }

    /// <summary>Writes what follows the text: its end, and the group of commands that opens the next.</summary>
    private void Prepare(SmtpTransaction? next)
    {
        _commands.Clear();
        if (_isVoid || (_open is not null && !_content.IsChunk))
            _commands.Dot();
        if (next is not null)
            _opening.Write(next, isFirst: MessageCount == 0, _commands);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask EndAsync()
    {
        if (_open is { } open)
            await GiveAsync(open);
        else
            await WriteAsync(default, default, _commands.Octets);

        if (_open is null && !_isVoid)
            return;

        var reply = await ReadAsync(SmtpStep.Message);
        if (_isVoid)
            _isVoid = false;
        else
            Conclude(reply);
        reply.ThrowIfClosing();
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask GiveAsync(SmtpTransaction open)
    {
        if (!open.TryTake(this))
            throw new SmtpConnectionException("a message was taken back between DATA and its text");

        var text = _content.Prepare(open.Message);
        var head = _content.Head;
        for (; text.Length > Block; text = text[Block..], head = default)
            await WriteAsync(head, text[..Block], default);

        _isInDoubt = true;
        await WriteAsync(head, text, _commands.Octets);
    }

    private void Conclude(SmtpReply reply)
    {
        if (reply.IsIntermediate)
            throw new SmtpConnectionException($"the server asks for more behind the end of a message: {reply}");

        var open = _open!;
        _open = null;
        _isInDoubt = false;
        open.Settle(new SmtpSendOutcome.Answered(SmtpStep.Message, reply));
    }

    /// <returns>The next, if the connection was lost and it was not refused: it can go another way.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<SmtpTransaction?> OpenAsync(SmtpTransaction next)
    {
        var isUnjudged = false;
        try
        {
            await _opening.RunAsync(next, isFirst: MessageCount++ == 0);
        }
        catch (SmtpConnectionException trouble)
        {
            Break(trouble.Message);
            isUnjudged = _opening.Refusal is null;
        }

        _isVoid = _opening.IsVoid;
        if (_opening.Refusal is { } refusal)
            next.Settle(refusal);
        else if (!isUnjudged)
            _open = next;
        return isUnjudged ? next : null;
    }

    private ValueTask WriteAsync(ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> body, ReadOnlyMemory<byte> tail) =>
        _channel.WriteAsync(head, body, tail, _timeouts.DataBlock, CancellationToken.None);

    private ValueTask<SmtpReply> ReadAsync(SmtpStep step) =>
        _channel.ReadReplyAsync(_timeouts.For(step), CancellationToken.None);

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
}
