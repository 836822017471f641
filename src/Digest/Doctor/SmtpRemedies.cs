using Digest.Deliver;
using Digest.Mail.Smtp;

namespace Digest.Doctor;

/// <summary>What to do about a mail server that takes no letters.</summary>
internal static class SmtpRemedies
{
    private const string Usual = "mend Mail:Smtp, or the server";

    public static string For(SmtpOptions smtp, SmtpConnectOutcome? obstacle) => obstacle switch
    {
        SmtpConnectOutcome.Unreachable or SmtpConnectOutcome.Insecure when OfThePort(smtp) is { } remedy => remedy,
        SmtpConnectOutcome.Unreachable =>
            "check Host, Port and Security of Mail:Smtp, that the server runs, and that no firewall is in between",
        SmtpConnectOutcome.Insecure =>
            "mend the server, or Mail:Smtp; a private authority is trusted by Mail:Smtp:CaFile",
        SmtpConnectOutcome.Refused { Step: SmtpStep.Auth } =>
            "mend the sign-in; many providers want a password made for programs instead of the account's own",
        _ => Usual,
    };

    /// <summary>TLS begins at once on port 465 and after STARTTLS elsewhere; mixed up, both sides wait.</summary>
    private static string? OfThePort(SmtpOptions smtp)
    {
        var isImplicit = SmtpEndpoints.Security(smtp) == SmtpSecurity.Implicit;
        return (smtp.Port, isImplicit) switch
        {
            (SmtpEndpoints.ImplicitPort, false) =>
                "TLS begins at once on port 465: set Mail:Smtp:Security to implicit",
            (25 or 587, true) => $"TLS follows STARTTLS on port {smtp.Port}: set Mail:Smtp:Security to required",
            _ => null,
        };
    }
}
