namespace Digest.Mail.Smtp;

/// <summary>What sending one message came to.</summary>
public abstract record SmtpSendOutcome
{
    /// <summary>The server answered; a 2yz at <see cref="SmtpStep.Message"/> means that it took the message.</summary>
    public sealed record Answered(SmtpStep Step, SmtpReply Reply) : SmtpSendOutcome
    {
        public bool IsAccepted => Step == SmtpStep.Message && Reply.IsPositive;
    }

    /// <summary>No session could be opened, or none a short while ago: the message was not offered.</summary>
    public sealed record NotConnected(SmtpConnectOutcome Reason) : SmtpSendOutcome;

    /// <summary>The connection broke before the final dot: the server cannot have taken the message.</summary>
    public sealed record Broken(string Reason) : SmtpSendOutcome;

    /// <summary>The connection broke after the final dot and before the answer: nobody knows.</summary>
    public sealed record Unknown(string Reason) : SmtpSendOutcome;

    /// <summary>It was taken back with its <see cref="SmtpRecall"/> before its text was given.</summary>
    public sealed record Recalled : SmtpSendOutcome;

    /// <summary>This server cannot carry this message at all, which was known before it was offered.</summary>
    public sealed record Unsupported(string Reason) : SmtpSendOutcome;

    /// <summary>The message is larger than the server takes, by its own word: no recipient is to blame.</summary>
    public sealed record TooLarge(string Reason) : SmtpSendOutcome;
}
