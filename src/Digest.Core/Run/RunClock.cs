using System.Globalization;
using Digest.Model;

namespace Digest.Run;

/// <summary>
/// The moment that a run by hand takes for now: <c>--at</c>, else the newsletter's own clock, else the real one.
/// </summary>
public sealed class RunClock(TimeProvider clock)
{
    private static readonly string[] Moments =
    [
        "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
    ];

    /// <param name="at">
    /// A day, which means its last second in the newsletter's zone, or a moment with an offset; null where none was
    /// named.
    /// </param>
    /// <exception cref="DigestException">The text is neither.</exception>
    public DateTimeOffset For(Newsletter newsletter, string? at) =>
        at is null ? newsletter.Clock ?? clock.GetUtcNow() : Read(at, newsletter.Zone);

    /// <summary>Reads a day or a moment without a newsletter's help; false if the text is neither.</summary>
    public static bool TryRead(string text, TimeZoneInfo zone, out DateTimeOffset moment)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            moment = EndOf(day, zone);
            return true;
        }

        // The letter Z is an offset to people; "zzz" reads digits only.
        var offset = text.EndsWith('Z') ? $"{text[..^1]}+00:00" : text;
        return DateTimeOffset.TryParseExact(
            offset, Moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out moment);
    }

    private static DateTimeOffset Read(string at, TimeZoneInfo zone) => TryRead(at, zone, out var moment)
        ? moment
        : throw new DigestException(
            $"--at: '{at}' is no moment; write a day (2026-11-20), or a moment with its offset "
            + "(2026-11-20T09:00:00+08:00)")
        {
            ExitCode = 2,
        };

    private static DateTimeOffset EndOf(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(new TimeOnly(23, 59, 59));
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
