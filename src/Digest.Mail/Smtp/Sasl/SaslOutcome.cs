namespace Digest.Mail.Smtp.Sasl;

/// <summary>What an exchange came to.</summary>
internal abstract record SaslOutcome
{
    public sealed record SignedIn : SaslOutcome;

    /// <summary>The server said no. Its words hold nothing of the secret any more.</summary>
    public sealed record Refused(SmtpReply Reply) : SaslOutcome;

    /// <summary>The exchange was called off, or the server welcomed us without having proved itself.</summary>
    public sealed record Distrusted(string Reason) : SaslOutcome;
}
