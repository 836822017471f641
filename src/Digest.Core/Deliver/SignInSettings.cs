using Digest.Mail.Smtp;
using Digest.Model;

namespace Digest.Deliver;

/// <summary>How <c>Mail:Smtp</c> says to sign in: a name, one secret, and perhaps the one way to use.</summary>
internal static class SignInSettings
{
    /// <summary>Null to send without signing in.</summary>
    public static SmtpCredentials? Credentials(SmtpOptions options) =>
        string.IsNullOrEmpty(options.Username) || Secret(options) is not { } secret
            ? null
            : new SmtpCredentials(options.Username, secret)
            {
                Mechanism = string.IsNullOrEmpty(options.Mechanism) ? null : options.Mechanism.ToUpperInvariant(),
            };

    public static IEnumerable<string> Faults(SmtpOptions options)
    {
        if (Given(options).Count() > 1)
            yield return $"{string.Join(", ", Given(options))} are set; one of them must be";
        if (string.IsNullOrEmpty(options.Username) == Given(options).Any())
            yield return "Mail:Smtp:Username and Mail:Smtp:Password (or PasswordFile, AccessToken, AccessTokenFile) "
                + "must both be set, or neither";
        if (options.Username?.Any(char.IsControl) == true)
            yield return "Mail:Smtp:Username holds a control character";
        if (FileFault("Mail:Smtp:PasswordFile", options.PasswordFile) is { } password)
            yield return password;
        if (FileFault("Mail:Smtp:AccessTokenFile", options.AccessTokenFile) is { } token)
            yield return token;
        if (MechanismFault(options) is { } mechanism)
            yield return mechanism;
    }

    private static SmtpSecret? Secret(SmtpOptions options)
    {
        if (options.AccessTokenFile is { Length: > 0 } tokenFile)
            return SmtpSecret.AccessToken(token => SecretFile.ReadAsync(tokenFile, token));
        if (options.AccessToken is { Length: > 0 } accessToken)
            return SmtpSecret.AccessToken(accessToken);
        if (options.PasswordFile is { Length: > 0 } passwordFile)
            return SmtpSecret.Password(token => SecretFile.ReadAsync(passwordFile, token));

        return string.IsNullOrEmpty(options.Password) ? null : SmtpSecret.Password(options.Password);
    }

    private static IEnumerable<string> Given(SmtpOptions options) =>
        new (string Key, string? Value)[]
        {
            ("Mail:Smtp:Password", options.Password),
            ("Mail:Smtp:PasswordFile", options.PasswordFile),
            ("Mail:Smtp:AccessToken", options.AccessToken),
            ("Mail:Smtp:AccessTokenFile", options.AccessTokenFile),
        }.Where(secret => !string.IsNullOrEmpty(secret.Value)).Select(secret => secret.Key);

    private static string? FileFault(string key, string? file)
    {
        if (string.IsNullOrEmpty(file))
            return null;

        try
        {
            using var handle = File.OpenHandle(file);
            return null;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return $"{key} is '{file}', which cannot be read: {trouble.Message}";
        }
    }

    private static string? MechanismFault(SmtpOptions options)
    {
        if (string.IsNullOrEmpty(options.Mechanism))
            return null;
        if (Credentials(options) is not { } credentials)
            return "Mail:Smtp:Mechanism is set, and Mail:Smtp:Username and a secret are not";

        return credentials.Mechanisms.Contains(credentials.Mechanism)
            ? null
            : $"Mail:Smtp:Mechanism is '{options.Mechanism}'; with this kind of secret it must be one of "
                + string.Join(", ", credentials.Mechanisms);
    }
}
