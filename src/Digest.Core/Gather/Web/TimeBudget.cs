namespace Digest.Gather.Web;

/// <summary>A limit of time that stands still while somebody waits for a turn.</summary>
internal sealed class TimeBudget : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _end;
    private readonly CancellationTokenSource _either;
    private readonly CancellationToken _outer;
    private TimeSpan _left;
    private long _since;

    public TimeBudget(TimeSpan limit, TimeProvider clock, CancellationToken cancellationToken)
    {
        _clock = clock;
        _left = limit;
        _since = clock.GetTimestamp();
        _outer = cancellationToken;
        _end = new CancellationTokenSource(limit, clock);
        _either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _end.Token);
    }

    /// <summary>Cancelled when the time is up, or from outside.</summary>
    public CancellationToken Token => _either.Token;

    /// <summary>Waits without spending.</summary>
    public async Task<T> PauseAsync<T>(Func<CancellationToken, Task<T>> wait)
    {
        _left -= _clock.GetElapsedTime(_since);
        _end.CancelAfter(Timeout.InfiniteTimeSpan);
        try
        {
            return await wait(_outer);
        }
        finally
        {
            _since = _clock.GetTimestamp();
            _end.CancelAfter(_left > TimeSpan.Zero ? _left : TimeSpan.Zero);
        }
    }

    public void Dispose()
    {
        _either.Dispose();
        _end.Dispose();
    }
}
