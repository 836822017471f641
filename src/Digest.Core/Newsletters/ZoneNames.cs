using System.Diagnostics.CodeAnalysis;

namespace Digest.Newsletters;

/// <summary>Finds time zones by IANA name and suggests one for a name that is none.</summary>
internal static class ZoneNames
{
    // What people write instead: abbreviations are ambiguous and have no rules, so they are only suggestions.
    private static readonly Dictionary<string, string> Habits = new(StringComparer.OrdinalIgnoreCase)
    {
        ["beijing"] = "Asia/Shanghai",
        ["asia/beijing"] = "Asia/Shanghai",
        ["cst"] = "Asia/Shanghai",
        ["jst"] = "Asia/Tokyo",
        ["kst"] = "Asia/Seoul",
        ["est"] = "America/New_York",
        ["pst"] = "America/Los_Angeles",
        ["cet"] = "Europe/Berlin",
        ["z"] = "UTC",
    };

    public static bool TryFind(string name, [NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        zone = null;
        return IsIana(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out zone);
    }

    /// <summary>A clause: what is wrong; what would be right.</summary>
    public static string Fault(string name)
    {
        var near = Habits.GetValueOrDefault(name.Trim()) ?? Near(name.Trim());
        var right = near is null ? "write an IANA name such as Asia/Shanghai or UTC" : $"did you mean {near}?";
        return $"'{(name.Length <= 60 ? name : name[..60] + "…")}' is no time zone; {right}";
    }

    // The framework also knows Windows names and abbreviations; what runs on one machine must run on all.
    private static bool IsIana(string name) =>
        name.Contains('/') ? name.All(c => char.IsAsciiLetterOrDigit(c) || "/_-+".Contains(c)) : name is "UTC";

    private static string? Near(string name)
    {
        var known = TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Where(IsIana).ToList();
        var city = name.Split('/')[^1].Replace(' ', '_');
        return known.Find(id => string.Equals(id.Split('/')[^1], city, StringComparison.OrdinalIgnoreCase))
            ?? NearWord.Find(name, known);
    }
}
