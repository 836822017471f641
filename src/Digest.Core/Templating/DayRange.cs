using System.Globalization;

namespace Digest.Templating;

/// <summary>The days an issue covers, as its language writes them.</summary>
public static class DayRange
{
    public static string Format(DateOnly from, DateOnly to, string language) => LanguageTag.WritingOf(language) switch
    {
        WritingSystem.Latin => English(from, to),
        _ => EastAsian(from, to),
    };

    private static string EastAsian(DateOnly from, DateOnly to)
    {
        var first = Write(from, "yyyy'年'M'月'd'日'");
        if (from == to)
            return first;

        var last = from.Year == to.Year ? Write(to, "M'月'd'日'") : Write(to, "yyyy'年'M'月'd'日'");
        return $"{first} – {last}";
    }

    private static string English(DateOnly from, DateOnly to) => (from, to) switch
    {
        _ when from == to => Write(from, "MMMM d, yyyy"),
        _ when from.Year != to.Year => $"{Write(from, "MMMM d, yyyy")} – {Write(to, "MMMM d, yyyy")}",
        _ when from.Month != to.Month => $"{Write(from, "MMMM d")} – {Write(to, "MMMM d, yyyy")}",
        _ => $"{Write(from, "MMMM d")} – {Write(to, "%d', 'yyyy")}",
    };

    private static string Write(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
