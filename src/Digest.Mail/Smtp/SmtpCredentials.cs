namespace Digest.Mail.Smtp;

/// <summary>A name and a secret. The secret is in no log, exception or text form of this record.</summary>
public sealed record SmtpCredentials(string Username, SmtpSecret Secret)
{
    public SmtpCredentials(string username, string password) : this(username, SmtpSecret.Password(password))
    {
    }

    /// <summary>Ways to sign in with a password, the strongest first.</summary>
    public static IReadOnlyList<string> PasswordMechanisms { get; } =
        ["SCRAM-SHA-256-PLUS", "SCRAM-SHA-256", "PLAIN", "LOGIN"];

    /// <summary>Ways to sign in with an access token, the first preferred.</summary>
    public static IReadOnlyList<string> TokenMechanisms { get; } = ["OAUTHBEARER", "XOAUTH2"];

    /// <summary>The one way to use, in upper case; null for the first of those above that the server offers.</summary>
    public string? Mechanism { get; init; }

    /// <summary>The ways that this kind of secret serves for.</summary>
    public IReadOnlyList<string> Mechanisms => Secret.IsAccessToken ? TokenMechanisms : PasswordMechanisms;

    public override string ToString() => $"{Username} (secret not shown)";
}
