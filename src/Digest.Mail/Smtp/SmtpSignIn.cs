using Digest.Mail.Smtp.Sasl;

namespace Digest.Mail.Smtp;

/// <summary>
/// Signs in (RFC 4954), or says why not. A secret is said only under TLS or on loopback, only in the ways that it
/// serves for, and is in nothing that comes out.
/// </summary>
internal static class SmtpSignIn
{
    /// <summary>Null once signed in.</summary>
    public static async Task<SmtpConnectOutcome?> RunAsync(
        SmtpCredentials credentials, SaslGround ground, SaslWire say, CancellationToken cancellationToken)
    {
        if (!ground.IsPrivate)
            return new SmtpConnectOutcome.Insecure("a password is not sent without TLS");

        var candidates = SaslChoice.Candidates(credentials, ground).ToList();
        if (candidates.Count == 0)
            return new SmtpConnectOutcome.Insecure(NoneOffered(credentials, ground));

        try
        {
            var secret = await credentials.Secret.ReadAsync(cancellationToken);
            return await TryAsync(credentials, secret, candidates, ground, say, cancellationToken);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException
            && trouble is not SmtpConnectionException)
        {
            return new SmtpConnectOutcome.Insecure($"the secret for the sign-in cannot be read: {trouble.Message}");
        }
    }

    private static async Task<SmtpConnectOutcome?> TryAsync(
        SmtpCredentials credentials,
        string secret,
        List<string> candidates,
        SaslGround ground,
        SaslWire say,
        CancellationToken cancellationToken)
    {
        foreach (var name in candidates)
        {
            if (!SaslSecret.TryPrepare(name, credentials.Username, secret, out var said, out var fault))
                return new SmtpConnectOutcome.Insecure(fault);

            var secrets = new SaidSecrets(secret);
            var mechanism = SaslChoice.Create(name, said.Username, said.Secret, ground);
            var outcome = await SaslExchange.RunAsync(mechanism, secrets.Listen(say), cancellationToken);
            var mayGoOn = name != candidates[^1] && !mechanism.HasCommitted;
            if (outcome is SaslOutcome.Refused { Reply.Code: not 421 } && mayGoOn)
                continue;

            return Judge(outcome, secrets);
        }

        throw new InvalidOperationException("The last candidate always decides");
    }

    private static string NoneOffered(SmtpCredentials credentials, SaslGround ground)
    {
        var kind = credentials.Secret.IsAccessToken ? "an access token" : "a password";
        var wanted = credentials.Mechanism ?? $"a way to sign in with {kind} ({Names(credentials.Mechanisms)})";
        if (ground.Offered.Count == 0)
            return $"the server offers no sign-in, and {wanted} is wanted";

        return ground.Offered.Contains(credentials.Mechanism ?? "")
            ? $"{wanted} needs TLS with a certificate that the sign-in can be bound to"
            : $"the server does not offer {wanted}; it offers {Names(ground.Offered)}";
    }

    private static string Names(IEnumerable<string> mechanisms)
    {
        var text = string.Join(", ", mechanisms);
        return text.Length <= 200 ? text : text[..200];
    }

    private static SmtpConnectOutcome? Judge(SaslOutcome outcome, SaidSecrets secrets) => outcome switch
    {
        SaslOutcome.SignedIn => null,
        SaslOutcome.Distrusted distrusted => new SmtpConnectOutcome.Insecure(distrusted.Reason),
        SaslOutcome.Refused refused => new SmtpConnectOutcome.Refused(SmtpStep.Auth, secrets.Redact(refused.Reply)),
        _ => throw new InvalidOperationException($"{outcome.GetType().Name} is not known here"),
    };
}
