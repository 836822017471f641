using System.Threading.Tasks.Sources;

namespace Digest.Mail.Smtp;

/// <summary>
/// One message on its way, and the promise of an outcome to who waits for it. It waits until a session takes it, and
/// is over with its outcome. Cancelled while it waits it is over at once; cancelled later, it closes the session that
/// has it, which then says what became of it.
/// </summary>
/// <param name="retire">Called when nobody needs it any more, so that it can carry another message.</param>
internal sealed class SmtpTransaction(Action<SmtpTransaction>? retire) : IValueTaskSource<SmtpSendOutcome>
{
    private const int Waiting = 0;
    private const int Taken = 1;
    private const int Over = 2;

    // The waiting caller goes on elsewhere: what it does next must not hold up the connection.
    private ManualResetValueTaskSourceCore<SmtpSendOutcome> _core = new() { RunContinuationsAsynchronously = true };
    private CancellationToken _cancellationToken;
    private CancellationTokenRegistration _registration;
    private SmtpSession? _session;
    private int _state = Over;

    public SmtpEnvelope Envelope { get; private set; } = null!;

    public ReadOnlyMemory<byte> Message { get; private set; }

    /// <summary>True if it was cancelled while it waited: it is over.</summary>
    public bool IsAbandoned { get; private set; }

    public ValueTask<SmtpSendOutcome> Begin(
        SmtpEnvelope envelope, ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        Envelope = envelope;
        Message = message;
        _cancellationToken = cancellationToken;
        Volatile.Write(ref _state, Waiting);
        var outcome = new ValueTask<SmtpSendOutcome>(this, _core.Version);
        _registration = cancellationToken.UnsafeRegister(static state => ((SmtpTransaction)state!).Cancel(), this);
        return outcome;
    }

    /// <summary>From here on the session reads the message.</summary>
    /// <returns>False if it was cancelled.</returns>
    public bool TryTake(SmtpSession session)
    {
        _session = session;
        return Interlocked.CompareExchange(ref _state, Taken, Waiting) == Waiting;
    }

    public void Settle(SmtpSendOutcome outcome)
    {
        if (!TryEnd())
            return;
        if (_cancellationToken.IsCancellationRequested && outcome is SmtpSendOutcome.Broken or SmtpSendOutcome.Unknown)
            _core.SetException(new OperationCanceledException(_cancellationToken));
        else
            _core.SetResult(outcome);
    }

    public void Fail(Exception bug)
    {
        if (TryEnd())
            _core.SetException(bug);
    }

    SmtpSendOutcome IValueTaskSource<SmtpSendOutcome>.GetResult(short token)
    {
        try
        {
            return _core.GetResult(token);
        }
        finally
        {
            Retire();
        }
    }

    ValueTaskSourceStatus IValueTaskSource<SmtpSendOutcome>.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource<SmtpSendOutcome>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);

    private void Cancel()
    {
        if (Interlocked.CompareExchange(ref _state, Over, Waiting) == Waiting)
        {
            IsAbandoned = true;
            _core.SetException(new OperationCanceledException(_cancellationToken));
        }
        else if (Volatile.Read(ref _state) == Taken)
        {
            _session!.Abort();
        }
    }

    private bool TryEnd()
    {
        if (Interlocked.Exchange(ref _state, Over) == Over)
            return false;

        // Waits for a cancellation that is under way: it must not meet the next message this object carries.
        _registration.Dispose();
        return true;
    }

    /// <summary>One that was cancelled while it waited may still stand in a queue, so it is not used again.</summary>
    private void Retire()
    {
        if (IsAbandoned || retire is null)
            return;
        _core.Reset();
        Message = default;
        _session = null;
        retire(this);
    }
}
