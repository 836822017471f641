using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Digest.Feeds.Dates;

/// <summary>Zones as dates name them: offsets, the names of RFC 822 and some more that feeds use.</summary>
internal static partial class ZoneNames
{
    private static readonly FrozenDictionary<string, double> Hours = new Dictionary<string, double>
    {
        ["Z"] = 0, ["UT"] = 0, ["UTC"] = 0, ["GMT"] = 0, ["WET"] = 0, ["WEST"] = 1, ["BST"] = 1,
        ["CET"] = 1, ["CEST"] = 2, ["MEZ"] = 1, ["MESZ"] = 2, ["EET"] = 2, ["EEST"] = 3, ["MSK"] = 3,
        ["EST"] = -5, ["EDT"] = -4, ["CST"] = -6, ["CDT"] = -5, ["MST"] = -7, ["MDT"] = -6, ["PST"] = -8, ["PDT"] = -7,
        ["AKST"] = -9, ["AKDT"] = -8, ["HST"] = -10, ["NST"] = -3.5, ["NDT"] = -2.5, ["AST"] = -4, ["ADT"] = -3,
        ["HKT"] = 8, ["SGT"] = 8, ["JST"] = 9, ["KST"] = 9, ["AEST"] = 10, ["AEDT"] = 11, ["NZST"] = 12, ["NZDT"] = 13,
        ["ET"] = -5, ["CT"] = -6, ["MT"] = -7, ["PT"] = -8,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static bool TryParse(string name, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (Offset().Match(name) is { Success: true } match)
            return TryOffset(match.Groups, out offset);

        // RFC 2822 §4.2: the military letters were used wrongly for so long that they say nothing but UTC.
        if (name.Length == 1 && char.IsAsciiLetter(name[0]))
            return true;

        // "Etc/GMT", as some programs name it.
        if (name.StartsWith("Etc/", StringComparison.OrdinalIgnoreCase))
            name = name[4..];

        // "PST (Pacific)", "GMT Standard Time": the first word says it.
        var word = name.Split([' ', '('], 2)[0];
        if (!Hours.TryGetValue(word, out var hours))
            return false;

        offset = TimeSpan.FromHours(hours);
        return true;
    }

    private static bool TryOffset(GroupCollection groups, out TimeSpan offset)
    {
        var hours = int.Parse(groups["hours"].ValueSpan, CultureInfo.InvariantCulture);
        var minutes = groups["minutes"].Success
            ? int.Parse(groups["minutes"].ValueSpan, CultureInfo.InvariantCulture)
            : 0;
        offset = new TimeSpan(hours, minutes, 0);
        if (groups["sign"].Value != "+")
            offset = -offset;

        return offset.Duration() <= TimeSpan.FromHours(14) && minutes < 60;
    }

    [GeneratedRegex(
        """^(?:GMT|UTC)?(?<sign>[+\-\u2212])(?<hours>[0-9]{1,2})"""
        + """(?::?(?<minutes>[0-9]{2}))?(?:Z|\s?\(.*\)|\s[A-Z]{1,5})?$""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Offset();
}
