using System.Diagnostics.CodeAnalysis;

namespace Digest.Mail.Smtp;

/// <summary>
/// Sends messages over a bounded number of connections to one server. Safe for calls at the same time; each call is
/// one message, and no more wait here than there are callers. With three calls under way for each connection none has
/// to wait for work.
/// </summary>
/// <remarks>
/// Messages stand in one queue. A lane is a connection at work: it takes a message when it is ready for one, so a slow
/// or dead connection holds up at most the one it sends and the one it has opened behind it. A lane begins when a
/// message finds fewer lanes than connections allowed, and ends when the queue is empty; its connection is then kept
/// for the next lane until it has been idle for too long. A lane with a connection, or waiting for one, has a place;
/// where the server refuses another connection, lanes without a place leave their messages to those that have one.
/// </remarks>
public sealed class SmtpPool : IAsyncDisposable, IDisposable
{
    private const int MaxSpare = 1024;
    private static readonly TimeSpan FarewellTime = TimeSpan.FromSeconds(10);

    private readonly SmtpEndpoint _endpoint;
    private readonly SmtpOutage _outage;
    private readonly SmtpIdleSessions _idle;
    private readonly CancellationTokenSource _closing = new();
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private readonly Queue<SmtpTransaction> _queue = new();
    private readonly Stack<SmtpTransaction> _spare = new();
    private readonly HashSet<SmtpSession> _working = [];
    private int _lanes;
    private int _places;
    private bool _isClosed;

    public SmtpPool(SmtpEndpoint endpoint, SmtpPoolLimits limits, TimeProvider clock)
    {
        _endpoint = endpoint;
        _outage = new SmtpOutage(limits.Pause, clock);
        _idle = new SmtpIdleSessions(limits.IdleTime, clock);
        Limits = limits;
    }

    internal SmtpPoolLimits Limits { get; }

    /// <inheritdoc cref="SendAsync(SmtpEnvelope, ReadOnlyMemory{byte}, SmtpRecall, CancellationToken)"/>
    public ValueTask<SmtpSendOutcome> SendAsync(
        SmtpEnvelope envelope, ReadOnlyMemory<byte> message, CancellationToken cancellationToken) =>
        SendAsync(envelope, message, default, cancellationToken);

    /// <summary>Sends one message to one recipient.</summary>
    /// <param name="envelope">Sender and recipient.</param>
    /// <param name="message">RFC 5322 octets, not dot-stuffed; they must stay as they are until the call ends.</param>
    /// <param name="recall">What takes it back while it waits.</param>
    /// <param name="cancellationToken">
    /// Cancelling throws at once if the message waits. If it is being sent its connection is closed, and nobody knows
    /// what became of it.
    /// </param>
    public ValueTask<SmtpSendOutcome> SendAsync(
        SmtpEnvelope envelope,
        ReadOnlyMemory<byte> message,
        SmtpRecall recall,
        CancellationToken cancellationToken)
    {
        var transaction = Rent();
        var outcome = transaction.Begin(envelope, message, recall, cancellationToken);
        if (LaneFor(transaction) is { } lane)
            _ = lane.RunAsync();
        return outcome;
    }

    /// <summary>Says QUIT on every connection and closes it; what is under way gets a few seconds to end.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(Close().Select(session => session.DisposeAsync().AsTask()));

        // By the wall's clock: it bounds a wait for a server, also where the caller's clock stands still.
        await Task.WhenAny(_done.Task, Task.Delay(FarewellTime, TimeProvider.System, _closing.Token));
        await AbortAsync();
    }

    /// <summary>Closes at once, without QUIT.</summary>
    public void Dispose()
    {
        foreach (var session in Close())
            session.Dispose();
        _ = AbortAsync();
    }

    internal bool TryDequeue([NotNullWhen(true)] out SmtpTransaction? next)
    {
        lock (_gate)
        {
            // One that was given up while it stood here has its outcome and needs no connection.
            while (_queue.TryDequeue(out next) && next.IsAbandoned)
                next = null;
            return next is not null;
        }
    }

    /// <summary>Null if the server cannot be reached, or could not a short while ago.</summary>
    /// <param name="isReplacement">
    /// True for a lane that had a connection. It may always ask for another: that the server takes no more does not
    /// mean that it takes no fewer.
    /// </param>
    internal async Task<SmtpSession?> OpenAsync(bool isReplacement)
    {
        lock (_gate)
        {
            if (!isReplacement && _outage.IsOn)
                return null;
            _places += isReplacement ? 0 : 1;
        }

        try
        {
            return Note(await SmtpConnector.ConnectAsync(_endpoint, _closing.Token));
        }
        catch (OperationCanceledException)
        {
            return Note(new SmtpConnectOutcome.Unreachable("the pool was closed"));
        }
        catch when (!isReplacement)
        {
            lock (_gate)
                _places--;
            throw;
        }
    }

    /// <summary>Says so to the caller, unless other lanes have a connection or wait for one: they send it.</summary>
    internal void Refuse(SmtpTransaction transaction)
    {
        SmtpConnectOutcome reason;
        lock (_gate)
        {
            reason = _outage.Reason;
            if (_places > 0)
            {
                _queue.Enqueue(transaction);
                return;
            }
        }

        transaction.Settle(new SmtpSendOutcome.NotConnected(reason));
    }

    /// <summary>For a connection that its lane is about to replace.</summary>
    internal void Forget(SmtpSession session)
    {
        lock (_gate)
            _working.Remove(session);
    }

    /// <summary>False at the end of a lane, whose connection is kept if it is still good.</summary>
    internal bool TryGoOn(SmtpSession? session, [NotNullWhen(true)] out SmtpTransaction? next)
    {
        lock (_gate)
        {
            // A server that takes fewer connections than are allowed here is used with those it takes.
            next = null;
            var isNeeded = session is not null || _places == 0 || !_outage.IsOn;
            if (isNeeded && TryDequeue(out next))
                return true;

            if (session is not null)
                Park(session);
            if (--_lanes == 0 && _isClosed)
                _done.TrySetResult();
            return false;
        }
    }

    private SmtpTransaction Rent()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            return _spare.TryPop(out var spare) ? spare : new SmtpTransaction(Return);
        }
    }

    private void Return(SmtpTransaction transaction)
    {
        lock (_gate)
        {
            if (_spare.Count < MaxSpare)
                _spare.Push(transaction);
        }
    }

    /// <summary>Null if the message was queued for the lanes there are.</summary>
    private SmtpLane? LaneFor(SmtpTransaction transaction)
    {
        lock (_gate)
        {
            var isFull = _lanes == Limits.Connections;
            var session = isFull ? null : _idle.Take();
            if (isFull || (session is null && _places > 0 && _outage.IsOn))
            {
                _queue.Enqueue(transaction);
                return null;
            }

            _lanes++;
            if (session is not null)
                Place(session);
            return new SmtpLane(this, session, transaction);
        }
    }

    private void Place(SmtpSession session)
    {
        _working.Add(session);
        _places++;
    }

    private SmtpSession? Note(SmtpConnectOutcome outcome)
    {
        lock (_gate)
        {
            if (outcome is not SmtpConnectOutcome.Ready { Session: var session })
            {
                _places--;
                _outage.Begin(outcome);
                return null;
            }

            // One that was made while the others were being closed would be left open.
            if (_closing.IsCancellationRequested)
                session.Abort();
            _working.Add(session);
            return session;
        }
    }

    private void Park(SmtpSession session)
    {
        _working.Remove(session);
        _places--;
        if (session.IsUsable && !_isClosed)
            _idle.Keep(session);
        else
            _ = session.DisposeAsync().AsTask();
    }

    private IReadOnlyList<SmtpSession> Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            if (_lanes == 0)
                _done.TrySetResult();
            return _idle.Close();
        }
    }

    private async Task AbortAsync()
    {
        await _closing.CancelAsync();
        lock (_gate)
        {
            foreach (var session in _working)
                session.Abort();
        }
    }
}
