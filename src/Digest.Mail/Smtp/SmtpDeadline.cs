namespace Digest.Mail.Smtp;

/// <summary>
/// The limit of one wait after the other. Starting and stopping it costs two writes and no timer: the timer, once set,
/// looks when the earliest limit it knows of is due, and goes back to sleep if that wait is long over.
/// </summary>
internal sealed class SmtpDeadline : IDisposable
{
    private const long Never = long.MaxValue;
    private readonly Lock _gate = new();
    private readonly Action _expire;
    private readonly Timer _timer;
    private long _due = Never;
    private long _looksAt = Never;

    /// <param name="expire">Called once, on another thread, when a wait took too long.</param>
    public SmtpDeadline(Action expire)
    {
        _expire = expire;
        _timer = new Timer(static state => ((SmtpDeadline)state!).Look(), this, Timeout.Infinite, Timeout.Infinite);
    }

    /// <summary>What the wait that took too long was allowed; null while none did.</summary>
    public TimeSpan? Expired { get; private set; }

    private TimeSpan Limit { get; set; }

    public void Start(TimeSpan limit)
    {
        lock (_gate)
        {
            Limit = limit;
            _due = Environment.TickCount64 + (long)limit.TotalMilliseconds;
            if (_due < _looksAt)
                LookAt(_due);
        }
    }

    public void Stop()
    {
        lock (_gate)
            _due = Never;
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        lock (_gate)
        {
            _looksAt = Never;
            if (_due == Never)
                return;
            if (Environment.TickCount64 < _due)
            {
                LookAt(_due);
                return;
            }

            Expired = Limit;
        }

        _expire();
    }

    private void LookAt(long due)
    {
        _looksAt = due;
        _timer.Change(Math.Max(0, due - Environment.TickCount64), Timeout.Infinite);
    }
}
