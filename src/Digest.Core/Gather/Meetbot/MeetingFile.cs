using System.Globalization;
using System.Text.RegularExpressions;

namespace Digest.Gather.Meetbot;

/// <summary>
/// The files of one meeting, which share a name with the minute it began: <c>keel.2026-11-12-14.00.txt</c>.
/// </summary>
/// <param name="Meeting">The name of the meeting.</param>
/// <param name="Start">When it began; MeetBot writes UTC.</param>
internal sealed partial record MeetingFile(string Meeting, DateTimeOffset Start)
{
    private const string Stamp = "yyyy-MM-dd-HH.mm";

    /// <summary>What all files of the meeting begin with.</summary>
    public string Stem => $"{Meeting}.{Start.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture)}";

    /// <summary>Null for a file that belongs to no meeting.</summary>
    public static MeetingFile? Of(string name)
    {
        var match = Known().Match(name);
        return match.Success && DateTime.TryParseExact(
            match.Groups["stamp"].ValueSpan, Stamp, CultureInfo.InvariantCulture, DateTimeStyles.None, out var start)
            ? new MeetingFile(match.Groups["name"].Value, new DateTimeOffset(start, TimeSpan.Zero))
            : null;
    }

    [GeneratedRegex(
        @"\A(?<name>.{1,120}?)\.(?<stamp>\d{4}-\d{2}-\d{2}-\d{2}\.\d{2})(?:\.log)?\.(?:txt|html)\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Known();
}
