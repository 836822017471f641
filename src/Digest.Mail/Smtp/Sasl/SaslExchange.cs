namespace Digest.Mail.Smtp.Sasl;

/// <summary>Leads one mechanism through SMTP's AUTH (RFC 4954 §4).</summary>
internal static class SaslExchange
{
    /// <summary>The longest line of AUTH (§4), without its CRLF.</summary>
    private const int MaxCommand = 12288 - 2;

    private const int MaxChallenges = 8;

    public static async Task<SaslOutcome> RunAsync(
        ISaslMechanism mechanism, SaslWire say, CancellationToken cancellationToken)
    {
        var first = mechanism.Start();
        var command = $"AUTH {mechanism.Name}";
        var whole = first is null ? command : $"{command} {Convert.ToBase64String(first)}";
        var isSaid = first is null || whole.Length <= MaxCommand;

        var reply = await say(isSaid ? whole : command, cancellationToken);
        if (!isSaid && reply.IsIntermediate)
            reply = await say(Convert.ToBase64String(first!), cancellationToken);
        for (var count = 0; reply.IsIntermediate; count++)
        {
            var answer = count < MaxChallenges
                ? mechanism.Respond(Challenge(reply))
                : new SaslAnswer.Cancel("the server asks without end");
            if (answer is SaslAnswer.Cancel cancel)
                return await CallOffAsync(cancel.Reason, say, cancellationToken);

            reply = await say(Convert.ToBase64String(((SaslAnswer.Send)answer).Octets), cancellationToken);
        }

        return Judge(mechanism, reply);
    }

    private static async Task<SaslOutcome> CallOffAsync(
        string reason, SaslWire say, CancellationToken cancellationToken)
    {
        await say("*", cancellationToken);
        return new SaslOutcome.Distrusted(reason);
    }

    private static SaslOutcome Judge(ISaslMechanism mechanism, SmtpReply reply)
    {
        if (!reply.IsPositive)
            return new SaslOutcome.Refused(reply);

        return mechanism.IsProven
            ? new SaslOutcome.SignedIn()
            : new SaslOutcome.Distrusted("the server did not prove that it knows the password");
    }

    private static byte[] Challenge(SmtpReply reply) =>
        ScramChallenge.TryBase64(reply.Lines[0].Trim(), out var octets) ? octets : [];
}
