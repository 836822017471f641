using System.Diagnostics.CodeAnalysis;

namespace Digest.Mail.Smtp.Sasl;

/// <summary>A name and a secret in the form that a mechanism sends, or why they cannot be sent.</summary>
internal sealed record SaslSecret(string Username, string Secret)
{
    public override string ToString() => "(not shown)";

    /// <summary>
    /// Refuses what would break the form of a message: a zero octet ends a field of PLAIN, a control character one of
    /// OAUTH, and a line break nothing at all since all is sent as base64.
    /// </summary>
    public static bool TryPrepare(
        string mechanism,
        string username,
        string secret,
        [NotNullWhen(true)] out SaslSecret? said,
        [NotNullWhen(false)] out string? fault)
    {
        said = new SaslSecret(username, secret);
        fault = Fault(mechanism, username, secret);
        if (fault is not null || !mechanism.StartsWith("SCRAM-", StringComparison.Ordinal))
            return fault is null;

        var isPrepared = SaslPrep.TryPrepare(username, out var name) & SaslPrep.TryPrepare(secret, out var password);
        said = new SaslSecret(name, password);
        fault = isPrepared && name != "" && password != ""
            ? null
            : "the name or password for the sign-in holds characters that SASLprep (RFC 4013) forbids";
        return fault is null;
    }

    private static string? Fault(string mechanism, string username, string secret)
    {
        if (username == "" || username.Any(char.IsControl))
            return "the name for the sign-in is empty or holds a control character";
        if (secret == "" || secret.Contains('\0', StringComparison.Ordinal))
            return "the secret for the sign-in is empty or holds a zero character";

        return SmtpCredentials.TokenMechanisms.Contains(mechanism) && secret.Any(c => c is <= ' ' or > '~')
            ? "the access token holds a character that no token has"
            : null;
    }
}
