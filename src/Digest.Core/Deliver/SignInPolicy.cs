using Digest.Mail.Smtp;

namespace Digest.Deliver;

/// <summary>
/// What a refused sign-in means (RFC 4954 §6): the server's own trouble passes, and all else stays as it is until
/// somebody changes the settings, so the run stops.
/// </summary>
internal static class SignInPolicy
{
    public static DeliveryOutcome Judge(SmtpReply reply)
    {
        // 432 begins with a four and does not pass by waiting.
        if (!reply.IsPermanent && reply is not ({ Code: 432 } or { Enhanced: { Subject: 7, Detail: 12 } }))
            return new DeliveryOutcome.Deferred($"the server could not look at the sign-in: {reply}");

        return new DeliveryOutcome.Halted($"the server refused the sign-in ({reply}): {Advice(reply)}");
    }

    private static string Advice(SmtpReply reply) => reply switch
    {
        { Code: 432 } or { Enhanced: { Subject: 7, Detail: 12 } } =>
            "it wants the password entered anew first, in its own pages or once with Mail:Smtp:Mechanism PLAIN",
        { Code: 538 } or { Enhanced: { Subject: 7, Detail: 11 } } =>
            "it wants TLS for that; set Mail:Smtp:Security to required or implicit",
        { Code: 534 } or { Enhanced: { Subject: 7, Detail: 9 } } =>
            "it wants a stronger way; change Mail:Smtp:Mechanism, or use an access token or a password for programs",
        { Code: 504 } => "it does not know that way; change Mail:Smtp:Mechanism",
        _ => "check Mail:Smtp:Username and Mail:Smtp:Password or the access token",
    };
}
