namespace Digest.Mail.Smtp;

/// <summary>A name and a secret. The secret is in no log, exception or text form of this record.</summary>
public sealed record SmtpCredentials(string Username, string Password)
{
    public override string ToString() => $"{Username} (secret not shown)";
}
