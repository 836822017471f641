using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Digest.Gather;

/// <summary>
/// Decides when polling asks a source again. Does no I/O. A failing source is asked ever more rarely but never given
/// up; one that is gone rests and is asked once a week, since servers say 410 by mistake too.
/// </summary>
internal sealed class SourceSchedule(GatherOptions options)
{
    public static readonly TimeSpan Rest = TimeSpan.FromDays(7);

    // A tenth is enough to spread what was read together, and late enough to never come before its time.
    private const double Spread = 0.1;

    // 2^20 hours is beyond every bound; more would overflow.
    private const int MostDoublings = 20;

    /// <param name="state">The state after <see cref="SourceVerdict"/>.</param>
    /// <param name="outcome">What the read came to.</param>
    /// <param name="waitUntil">Until when a server asked this source to wait; null if none did.</param>
    /// <param name="key">Names the source: spreads sources that were read together, each time the same way.</param>
    /// <param name="time">The real time.</param>
    public SourceState After(
        SourceState state, FetchOutcome outcome, DateTimeOffset? waitUntil, string key, DateTimeOffset time)
    {
        var rests = outcome switch
        {
            FetchOutcome.Failed { IsGone: true } => state.RestsSince ?? time,
            FetchOutcome.Failed => state.RestsSince,
            _ => null,
        };
        var interval = rests is null ? Interval(state, outcome) : Rest;
        var next = time + Spreaded(interval, key);
        return state with { RestsSince = rests, NextTry = waitUntil > next ? waitUntil : next };
    }

    private TimeSpan Interval(SourceState state, FetchOutcome outcome) => outcome switch
    {
        FetchOutcome.Fetched fetched => Clamped(fetched.FreshFor),
        FetchOutcome.Unchanged unchanged => Clamped(unchanged.FreshFor),
        _ => Backoff(state.Failures),
    };

    private TimeSpan Clamped(TimeSpan? fresh)
    {
        if (fresh is not { } wished || wished < options.MinInterval)
            return options.MinInterval;

        return wished > options.MaxInterval ? options.MaxInterval : wished;
    }

    private TimeSpan Backoff(int failures)
    {
        var wished = options.MinInterval * Math.Pow(2, Math.Clamp(failures - 1, 0, MostDoublings));
        return wished > options.MaxInterval ? options.MaxInterval : wished;
    }

    private static TimeSpan Spreaded(TimeSpan interval, string key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        var share = BinaryPrimitives.ReadUInt32BigEndian(hash) / (double)uint.MaxValue;
        return interval * (1 + (Spread * share));
    }
}
