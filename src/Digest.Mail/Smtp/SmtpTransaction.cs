using System.Threading.Tasks.Sources;

namespace Digest.Mail.Smtp;

/// <summary>
/// One message on its way, and the promise of an outcome to who waits for it. It waits until a session takes it, and
/// is over with its outcome. Recalled or cancelled while it waits it is over at once; cancelled later, it closes the
/// session that has it, which then says what became of it.
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
    private Action<SmtpSendOutcome>? _heard;
    private CancellationTokenRegistration _cancelling;
    private CancellationTokenRegistration _recalling;
    private SmtpSession? _session;
    private int _state = Over;

    public SmtpEnvelope Envelope { get; private set; } = null!;

    public ReadOnlyMemory<byte> Message { get; private set; }

    /// <summary>True if it was recalled or cancelled while it waited: it is over.</summary>
    public bool IsAbandoned { get; private set; }

    public ValueTask<SmtpSendOutcome> Begin(
        SmtpEnvelope envelope,
        ReadOnlyMemory<byte> message,
        SmtpRecall recall,
        CancellationToken cancellationToken)
    {
        Envelope = envelope;
        Message = message;
        _heard = recall.Heard;
        _cancellationToken = cancellationToken;
        Volatile.Write(ref _state, Waiting);
        var outcome = new ValueTask<SmtpSendOutcome>(this, _core.Version);
        _cancelling = cancellationToken.UnsafeRegister(static state => ((SmtpTransaction)state!).Cancel(), this);
        _recalling = recall.Token.UnsafeRegister(static state => ((SmtpTransaction)state!).Recall(), this);
        return outcome;
    }

    /// <summary>From here on the session reads the message.</summary>
    /// <returns>False if it was recalled or cancelled.</returns>
    public bool TryTake(SmtpSession session)
    {
        _session = session;
        return Interlocked.CompareExchange(ref _state, Taken, Waiting) == Waiting;
    }

    public void Settle(SmtpSendOutcome outcome)
    {
        if (!TryEnd())
            return;

        _heard?.Invoke(outcome);
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
        if (TryAbandon())
            _core.SetException(new OperationCanceledException(_cancellationToken));
        else if (Volatile.Read(ref _state) == Taken)
            _session!.Abort();
    }

    private void Recall()
    {
        if (TryAbandon())
            _core.SetResult(new SmtpSendOutcome.Recalled());
    }

    private bool TryAbandon()
    {
        if (Interlocked.CompareExchange(ref _state, Over, Waiting) != Waiting)
            return false;
        IsAbandoned = true;
        return true;
    }

    private bool TryEnd()
    {
        if (Interlocked.Exchange(ref _state, Over) == Over)
            return false;

        Unregister();
        return true;
    }

    /// <summary>Waits for a call that is under way: it must not meet the next message this object carries.</summary>
    private void Unregister()
    {
        _cancelling.Dispose();
        _recalling.Dispose();
    }

    /// <summary>One that was given up while it waited may still stand in a queue, so it is not used again.</summary>
    private void Retire()
    {
        if (IsAbandoned)
            Unregister();
        if (IsAbandoned || retire is null)
            return;

        _core.Reset();
        Message = default;
        _session = null;
        _heard = null;
        retire(this);
    }
}
