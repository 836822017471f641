using Digest.Mail.Smtp;

namespace Digest.Deliver;

/// <summary>What a mail server that was asked nothing but its manners said.</summary>
public sealed record SmtpProbeReport
{
    /// <summary>What stands in the way of mail, for a person; null if nothing does.</summary>
    public string? Fault { get; init; }

    /// <summary>The same as it came; null if nothing does.</summary>
    public SmtpConnectOutcome? Obstacle { get; init; }

    public SmtpFeatures Features { get; init; } = SmtpFeatures.None;

    /// <summary>What was offered in the clear, before STARTTLS; null where nothing was.</summary>
    public SmtpFeatures? FeaturesBeforeTls { get; init; }

    /// <summary>Null without TLS.</summary>
    public SmtpTls? Tls { get; init; }
}
