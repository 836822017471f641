using System.Globalization;
using System.Security.Authentication;
using Digest.Deliver;
using Digest.Mail.Smtp;

namespace Digest.Doctor;

/// <summary>What is to be said of a mail server that was asked for its manners.</summary>
public static class SmtpFindings
{
    public const string Subject = "smtp";

    // A letter has at most 100 KB of HTML and its text twin, and base64 makes a third more of both.
    private const int RoomForALetter = 400 * 1024;
    private static readonly TimeSpan RenewBefore = TimeSpan.FromDays(14);

    /// <param name="smtp">How it is reached.</param>
    /// <param name="report">What it answered.</param>
    /// <param name="letter">The octets of the largest letter that waits for it; null if there is none.</param>
    /// <param name="now">The time that its certificate is held against.</param>
    public static IEnumerable<Finding> Judge(
        SmtpOptions smtp, SmtpProbeReport report, int? letter, DateTimeOffset now)
    {
        var server = $"smtp://{smtp.Host}:{smtp.Port}";
        if (report.Fault is { } fault)
            return [new Finding(Verdict.Fail, Subject, $"{server}: {fault}", SmtpRemedies.For(smtp, report.Obstacle))];

        return
        [
            Sound(server, smtp.Username, report),
            .. Certificate(server, report, now),
            .. Passwords(server, report),
            .. Room(server, report.Features.MaxSize, letter),
        ];
    }

    private static Finding Sound(string server, string? user, SmtpProbeReport report)
    {
        var tls = report.Tls?.Version switch
        {
            null => "no TLS",
            SslProtocols.Tls13 => "TLS 1.3",
            _ => "TLS 1.2",
        };
        var signedIn = string.IsNullOrEmpty(user) ? "without signing in" : $"signed in as {user}";
        var offers = string.Join(", ", Names(report.Features));
        return new Finding(Verdict.Pass, Subject, $"{server}: takes letters over {tls}, {signedIn}; offers {offers}");
    }

    private static IEnumerable<string> Names(SmtpFeatures features)
    {
        (bool Has, string Name)[] all =
        [
            (features.Pipelining, "PIPELINING"), (features.EightBitMime, "8BITMIME"), (features.Chunking, "CHUNKING"),
            (features.SmtpUtf8, "SMTPUTF8"), (features.Dsn, "DSN"),
            (features.Size, features.MaxSize > 0 ? $"SIZE {features.MaxSize}" : "SIZE"),
            (features.Auth.Count > 0, $"AUTH {string.Join(' ', features.Auth)}"),
        ];
        return all.Where(one => one.Has).Select(one => one.Name)
            .DefaultIfEmpty("nothing");
    }

    private static IEnumerable<Finding> Certificate(string server, SmtpProbeReport report, DateTimeOffset now)
    {
        if (report.Tls is { } tls && tls.ValidUntil - now < RenewBefore)
        {
            var day = tls.ValidUntil.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            yield return Warn($"{server}: its certificate ends on {day}", "have it renewed");
        }
    }

    private static IEnumerable<Finding> Passwords(string server, SmtpProbeReport report)
    {
        if (report.FeaturesBeforeTls is { Auth.Count: > 0 })
            yield return Warn($"{server}: asks for passwords before TLS too", "have AUTH offered behind STARTTLS only");
    }

    /// <param name="server">Its name in what is said.</param>
    /// <param name="limit">What it takes at most; 0 for any size (RFC 1870 §4).</param>
    /// <param name="letter">What waits for it.</param>
    private static IEnumerable<Finding> Room(string server, long limit, int? letter)
    {
        var message = $"{server}: takes {limit / 1024} KB at most";
        if (limit > 0 && letter > limit)
            yield return new Finding(Verdict.Fail, Subject, $"{message}, a letter has {letter / 1024}", "raise that");
        else if (limit is > 0 and < RoomForALetter)
            yield return Warn($"{message}, a letter may have more", "raise its limit");
    }

    private static Finding Warn(string message, string remedy) => new(Verdict.Warn, Subject, message, remedy);
}
