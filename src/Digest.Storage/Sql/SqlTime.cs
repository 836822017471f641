using System.Globalization;

namespace Digest.Storage.Sql;

/// <summary>
/// Times and days as text of fixed width. It keeps every tick of .NET, sorts as it reads in any engine, and can be
/// read by a person who opens the database.
/// </summary>
internal static class SqlTime
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";
    private const string DayFormat = "yyyy-MM-dd";

    public static string Write(DateTimeOffset time) =>
        time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    public static string? Write(DateTimeOffset? time) => time is { } value ? Write(value) : null;

    public static string Write(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    public static DateTimeOffset Read(string text) => DateTimeOffset.ParseExact(
        text,
        TimeFormat,
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    /// <summary>Null for null and for nothing.</summary>
    public static DateTimeOffset? ReadOptional(string? text) => string.IsNullOrEmpty(text) ? null : Read(text);

    public static DateOnly ReadDay(string text) =>
        DateOnly.ParseExact(text, DayFormat, CultureInfo.InvariantCulture);
}
