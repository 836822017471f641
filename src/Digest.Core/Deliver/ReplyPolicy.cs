using Digest.Mail.Smtp;

namespace Digest.Deliver;

/// <summary>
/// The one place that decides whose fault a reply is, and for how long (standards.md S11): the letter waits, the
/// recipient is refused for good, or we are refused and the run stops before it harms our name.
/// </summary>
public static class ReplyPolicy
{
    /// <summary>Enhanced codes of 5.7 that accuse the sender, not the recipient (standards.md §1).</summary>
    private static readonly int[] SenderFaults = [8, 9, 11, 20, 21, 22, 23, 24, 25, 26, 27, 29, 30, 31, 32, 40, 515];

    public static DeliveryOutcome Judge(SmtpSendOutcome outcome) => outcome switch
    {
        SmtpSendOutcome.Answered { IsAccepted: true } answer => new DeliveryOutcome.Accepted(answer.Reply.ToString()),
        SmtpSendOutcome.Answered answer => Judge(answer.Step, answer.Reply),
        SmtpSendOutcome.NotConnected none => Judge(none.Reason),
        SmtpSendOutcome.Broken broken => new DeliveryOutcome.Deferred(broken.Reason),
        SmtpSendOutcome.Unknown unknown => new DeliveryOutcome.Unknown(unknown.Reason),
        SmtpSendOutcome.Unsupported obstacle => new DeliveryOutcome.Failed(obstacle.Reason),
        SmtpSendOutcome.Recalled => new DeliveryOutcome.Recalled(),
        SmtpSendOutcome.TooLarge obstacle => new DeliveryOutcome.Halted(obstacle.Reason),
        _ => throw new InvalidOperationException($"{outcome.GetType().Name} is not known here"),
    };

    public static DeliveryOutcome Judge(SmtpConnectOutcome outcome) => outcome switch
    {
        SmtpConnectOutcome.Unreachable lost =>
            new DeliveryOutcome.Deferred($"no connection to the server: {lost.Reason}"),
        SmtpConnectOutcome.Insecure unsafeServer => new DeliveryOutcome.Halted(unsafeServer.Reason),

        SmtpConnectOutcome.Refused { Step: SmtpStep.Auth, Reply: var reply } => SignInPolicy.Judge(reply),

        // Nobody was named yet, so a lasting refusal can only mean us.
        SmtpConnectOutcome.Refused { Reply: var reply } => reply.IsPermanent
            ? new DeliveryOutcome.Halted(reply.ToString())
            : new DeliveryOutcome.Deferred(reply.ToString()),
        _ => throw new InvalidOperationException($"{outcome.GetType().Name} is not known here"),
    };

    private static DeliveryOutcome Judge(SmtpStep step, SmtpReply reply)
    {
        var text = reply.ToString();
        if (!reply.IsPermanent || (step == SmtpStep.RcptTo && IsTooManyRecipients(reply)))
            return new DeliveryOutcome.Deferred(text);

        return IsSenderFault(step, reply) ? new DeliveryOutcome.Halted(text) : new DeliveryOutcome.Failed(text);
    }

    /// <summary>
    /// Old servers say 552 where 452 is meant (RFC 5321 §4.5.3.1.10); a mailbox that is full has a code of its own.
    /// </summary>
    private static bool IsTooManyRecipients(SmtpReply reply) =>
        reply is { Code: 552, Enhanced: null } or { Enhanced: { Subject: 5, Detail: 3 } };

    private static bool IsSenderFault(SmtpStep step, SmtpReply reply) => reply switch
    {
        { Code: 500 or 502 or 503 or 530 or 535 or 538 } => true,
        _ when step is SmtpStep.MailFrom or SmtpStep.Data => true,
        { Code: 552, Enhanced: null } => true,
        { Enhanced: { Subject: 7 } code } => IsPolicyAgainstUs(step, code, reply),

        // 5.3.4 too big for the system, 5.1.7 and 5.1.8 a bad sender address, 5.6.x our content.
        { Enhanced: { Subject: 3, Detail: 4 } or { Subject: 1, Detail: 7 or 8 } or { Subject: 6 } } => true,
        _ => false,
    };

    /// <summary>
    /// 5.7.1 is said both by a recipient with rules of its own and by a server that will not relay for us; only the
    /// second, or a refusal of the whole message, is about us.
    /// </summary>
    private static bool IsPolicyAgainstUs(SmtpStep step, EnhancedCode code, SmtpReply reply) =>
        step == SmtpStep.Message
        || SenderFaults.Contains(code.Detail)
        || reply.Lines.Any(line => line.Contains("relay", StringComparison.OrdinalIgnoreCase));
}
