using System.Globalization;

namespace Digest.Gather.Web;

/// <summary>How long an answer says it will not change (RFC 9111 section 4.2.1).</summary>
internal static class Freshness
{
    /// <returns>Null if the headers say nothing; zero if it may change at once.</returns>
    public static TimeSpan? Of(IReadOnlyDictionary<string, string> headers, DateTimeOffset now)
    {
        var control = headers.GetValueOrDefault("Cache-Control") ?? "";
        var directives = control.Split(
            ',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (directives.Any(one => Is(one, "no-store") || Is(one, "no-cache")))
            return TimeSpan.Zero;

        // max-age wins over Expires, which counts from the server's own clock.
        return MaxAge(directives) is { } seconds
            ? NotNegative(seconds - Seconds(headers.GetValueOrDefault("Age")).GetValueOrDefault())
            : Expires(headers, now);
    }

    private static bool Is(string directive, string name) =>
        directive.Split('=')[0].TrimEnd().Equals(name, StringComparison.OrdinalIgnoreCase);

    private static TimeSpan? MaxAge(string[] directives) => directives
        .Where(one => Is(one, "max-age"))
        .Select(one => Seconds(one[(one.IndexOf('=') + 1)..].Trim(' ', '"')))
        .FirstOrDefault(value => value is not null);

    private static TimeSpan? Expires(IReadOnlyDictionary<string, string> headers, DateTimeOffset now)
    {
        if (!headers.TryGetValue("Expires", out var text))
            return null;

        // "0" and other nonsense mean: expired already.
        return HttpDate.TryRead(text, out var end)
            ? NotNegative(end - (HttpDate.TryRead(headers.GetValueOrDefault("Date"), out var date) ? date : now))
            : TimeSpan.Zero;
    }

    private static TimeSpan? Seconds(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || !text.Trim().All(char.IsAsciiDigit))
            return null;

        // Section 1.2.2: a number too large to hold means for ever.
        return int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : TimeSpan.FromSeconds(int.MaxValue);
    }

    private static TimeSpan NotNegative(TimeSpan span) => span < TimeSpan.Zero ? TimeSpan.Zero : span;
}
