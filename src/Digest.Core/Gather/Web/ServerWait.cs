using System.Globalization;

namespace Digest.Gather.Web;

/// <summary>
/// What a refusing answer says about asking again: Retry-After (RFC 9110 section 10.2.3), or a used-up limit with the
/// moment of its renewal. Does no I/O.
/// </summary>
/// <param name="Until">The real time from which the server may be asked; at most a day from now.</param>
/// <param name="Asked">The moment that the server named, be it later.</param>
internal sealed record ServerWait(DateTimeOffset Until, DateTimeOffset Asked)
{
    // A week in a header is a mistake more often than a wish, and nobody would look at the source again.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    // A server that is overrun and names no time: its other sources need not be asked in the same breath.
    private static readonly TimeSpan Unnamed = TimeSpan.FromMinutes(1);

    // Seconds from now are small numbers, seconds since 1970 are not.
    private const long EpochFrom = 1_000_000_000;

    private static readonly string[] Remaining = ["X-RateLimit-Remaining", "RateLimit-Remaining"];
    private static readonly string[] Reset = ["X-RateLimit-Reset", "RateLimit-Reset"];

    /// <returns>Null if the server does not ask to wait.</returns>
    public static ServerWait? Of(int status, IReadOnlyDictionary<string, string> headers, DateTimeOffset now)
    {
        if (status is not (403 or 429 or 503))
            return null;

        var asked = RetryAfter(headers, now) ?? Renewal(headers, now) ?? (status == 429 ? now + Unnamed : null);
        if (asked is not { } moment || moment <= now)
            return null;

        return new ServerWait(moment - now > Longest ? now + Longest : moment, moment);
    }

    /// <summary>One line for a report, with the status.</summary>
    public string Words(int status) => Asked > Until
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP {status}: the server asks to wait until {Asked.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z, which is long; it "
            + $"is asked again after a day")
        : string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP {status}: the server asks to wait until {Until.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z; it is not asked "
            + $"before");

    private static DateTimeOffset? RetryAfter(IReadOnlyDictionary<string, string> headers, DateTimeOffset now)
    {
        if (!headers.TryGetValue("Retry-After", out var text))
            return null;
        if (Number(text) is { } seconds)
            return After(now, seconds);

        return HttpDate.TryRead(text.Trim(), out var date) ? date : null;
    }

    private static DateTimeOffset? Renewal(IReadOnlyDictionary<string, string> headers, DateTimeOffset now)
    {
        if (Number(First(headers, Remaining)) != 0 || Number(First(headers, Reset)) is not { } number)
            return null;

        return number >= EpochFrom ? After(DateTimeOffset.UnixEpoch, number) : After(now, number);
    }

    private static string? First(IReadOnlyDictionary<string, string> headers, string[] names) =>
        names.Select(name => headers.GetValueOrDefault(name)).FirstOrDefault(value => value is not null);

    private static long? Number(string? text) =>
        long.TryParse(
            text,
            NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture,
            out var number)
            ? number
            : null;

    private static DateTimeOffset After(DateTimeOffset start, long seconds) =>
        seconds < (DateTimeOffset.MaxValue - start).TotalSeconds ? start.AddSeconds(seconds) : DateTimeOffset.MaxValue;
}
