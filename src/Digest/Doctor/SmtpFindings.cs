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

    public static IEnumerable<Finding> Judge(string server, SmtpProbeReport report, DateTimeOffset now)
    {
        if (report.Fault is { } fault)
            return [new Finding(Verdict.Fail, Subject, $"{server}: {fault}", "mend Mail:Smtp, or the server")];

        return [Sound(server, report), .. Certificate(server, report, now), .. Offers(server, report)];
    }

    private static Finding Sound(string server, SmtpProbeReport report)
    {
        var tls = report.Tls?.Version switch
        {
            null => "no TLS",
            SslProtocols.Tls13 => "TLS 1.3",
            _ => "TLS 1.2",
        };
        var offers = string.Join(' ', Names(report.Features));
        return new Finding(Verdict.Pass, Subject, $"{server}: takes letters over {tls}; offers {offers}");
    }

    private static IEnumerable<string> Names(SmtpFeatures features)
    {
        (bool Has, string Name)[] all =
        [
            (features.Pipelining, "PIPELINING"), (features.EightBitMime, "8BITMIME"), (features.Chunking, "CHUNKING"),
            (features.SmtpUtf8, "SMTPUTF8"), (features.Size, "SIZE"),
        ];
        return all.Where(one => one.Has).Select(one => one.Name)
            .Concat(features.Auth.Select(mechanism => $"AUTH={mechanism}"))
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

    private static IEnumerable<Finding> Offers(string server, SmtpProbeReport report)
    {
        if (report.FeaturesBeforeTls is { Auth.Count: > 0 })
            yield return Warn($"{server}: asks for passwords before TLS too", "have AUTH offered behind STARTTLS only");
        if (report.Features.MaxSize is > 0 and < RoomForALetter and var size)
            yield return Warn($"{server}: takes {size / 1024} KB at most, a letter may have more", "raise its limit");
    }

    private static Finding Warn(string message, string remedy) => new(Verdict.Warn, Subject, message, remedy);
}
