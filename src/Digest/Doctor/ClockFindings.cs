using System.Globalization;

namespace Digest.Doctor;

/// <summary>This host's clock against a server's: letters dated into the future are held back as junk.</summary>
internal static class ClockFindings
{
    public const string Subject = "clock";

    private static readonly TimeSpan WarnAbove = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan RefuseAbove = TimeSpan.FromMinutes(10);

    public static Finding Judge(DateTimeOffset? theirs, DateTimeOffset ours)
    {
        if (theirs is not { } date)
            return new Finding(Verdict.Skip, Subject, "the server does not say its time");

        var apart = (date - ours).Duration();
        var message = string.Create(
            CultureInfo.InvariantCulture, $"{apart.TotalSeconds:0} s apart from the web server's clock");
        return apart <= WarnAbove
            ? new Finding(Verdict.Pass, Subject, message)
            : new Finding(apart > RefuseAbove ? Verdict.Fail : Verdict.Warn, Subject, message, "set the clock by NTP");
    }
}
