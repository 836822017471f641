namespace Digest.Mail.Smtp;

/// <summary>
/// Connections without work, kept for a while and then left with QUIT. Safe for calls at the same time.
/// </summary>
internal sealed class SmtpIdleSessions
{
    private readonly TimeSpan _time;
    private readonly TimeProvider _clock;
    private readonly ITimer _sweeper;
    private readonly Lock _gate = new();
    private readonly List<Idle> _idle = [];

    /// <param name="time">How long each is kept.</param>
    /// <param name="clock">The time.</param>
    public SmtpIdleSessions(TimeSpan time, TimeProvider clock)
    {
        _time = time;
        _clock = clock;
        _sweeper = clock.CreateTimer(
            static state => ((SmtpIdleSessions)state!).Sweep(), this, time / 2, time / 2);
    }

    public void Keep(SmtpSession session)
    {
        lock (_gate)
            _idle.Add(new Idle(session, _clock.GetUtcNow()));
    }

    /// <returns>
    /// The one used last, which the server is the least likely to have closed; null if there is none.
    /// </returns>
    public SmtpSession? Take()
    {
        lock (_gate)
        {
            if (_idle.Count == 0)
                return null;

            var last = _idle[^1];
            _idle.RemoveAt(_idle.Count - 1);
            return last.Session;
        }
    }

    /// <returns>Those that were left, which are the caller's now.</returns>
    public IReadOnlyList<SmtpSession> Close()
    {
        _sweeper.Dispose();
        lock (_gate)
        {
            SmtpSession[] left = [.. _idle.Select(idle => idle.Session)];
            _idle.Clear();
            return left;
        }
    }

    private void Sweep()
    {
        lock (_gate)
        {
            var dueBefore = _clock.GetUtcNow() - _time;
            var count = _idle.TakeWhile(idle => idle.Since <= dueBefore).Count();
            foreach (var idle in _idle.Take(count))
                _ = idle.Session.DisposeAsync().AsTask();
            _idle.RemoveRange(0, count);
        }
    }

    private sealed record Idle(SmtpSession Session, DateTimeOffset Since);
}
