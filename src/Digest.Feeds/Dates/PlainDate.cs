namespace Digest.Feeds.Dates;

/// <summary>
/// The two forms that nearly all feeds write, read without searching: <c>2026-11-12T09:30:00Z</c> (RFC 3339) and
/// <c>Thu, 12 Nov 2026 09:30:00 +0800</c> (RFC 822). Whatever is in doubt is left to the patient readers.
/// </summary>
internal static class PlainDate
{
    private const string Months = "JanFebMarAprMayJunJulAugSepOctNovDec";

    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset date) =>
        text.Length >= 20 && char.IsAsciiDigit(text[0]) && text[4] == '-'
            ? TryIso(text, out date)
            : TryRfc(text, out date);

    private static bool TryIso(ReadOnlySpan<char> text, out DateTimeOffset date)
    {
        date = default;
        return text[7] == '-' && text[10] is 'T' && text[13] == ':' && text[16] == ':'
            && TryZone(text[19..], out var zone)
            && TryMake(
                Number(text, 0, 4), Number(text, 5, 2), Number(text, 8, 2),
                Number(text, 11, 2), Number(text, 14, 2), Number(text, 17, 2), zone, out date);
    }

    private static bool TryRfc(ReadOnlySpan<char> text, out DateTimeOffset date)
    {
        date = default;
        if (text.Length > 5 && text[3] == ',' && text[4] == ' ')
            text = text[5..];
        if (text.Length < 21)
            return false;

        var day = text[1] == ' ' ? 1 : 2;
        if (text[day] != ' ' || text[day + 4] != ' ' || text[day + 9] != ' ' || text.Length < day + 20)
            return false;

        var month = Months.AsSpan().IndexOf(text.Slice(day + 1, 3), StringComparison.Ordinal);
        var time = text[(day + 10)..];
        return month >= 0 && month % 3 == 0 && time[2] == ':' && time[5] == ':' && time[8] == ' '
            && TryZone(time[9..], out var zone)
            && TryMake(
                Number(text, day + 5, 4), month / 3 + 1, Number(text, 0, day),
                Number(time, 0, 2), Number(time, 3, 2), Number(time, 6, 2), zone, out date);
    }

    private static bool TryZone(ReadOnlySpan<char> text, out int minutes)
    {
        minutes = 0;
        if (text is "Z" or "GMT" or "UTC" or "UT")
            return true;
        if (text.Length is not (5 or 6) || text[0] is not ('+' or '-') || text.Length == 6 && text[3] != ':')
            return false;

        var (hours, rest) = (Number(text, 1, 2), Number(text, text.Length - 2, 2));
        minutes = (text[0] == '-' ? -1 : 1) * (hours * 60 + rest);
        return hours is >= 0 and <= 14 && rest is >= 0 and < 60 && Math.Abs(minutes) <= 14 * 60;
    }

    private static bool TryMake(
        int year, int month, int day, int hour, int minute, int second, int zone, out DateTimeOffset date)
    {
        date = default;
        if (year is < 2 or > 9998 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59)
            return false;

        date = new DateTimeOffset(year, month, day, hour, minute, second, TimeSpan.FromMinutes(zone));
        return true;
    }

    /// <summary>Negative if anything but digits stands there.</summary>
    private static int Number(ReadOnlySpan<char> text, int at, int length)
    {
        var number = 0;
        foreach (var digit in text.Slice(at, length))
        {
            if (!char.IsAsciiDigit(digit))
                return -1;

            number = number * 10 + (digit - '0');
        }

        return number;
    }
}
