namespace Digest.Mail.Smtp;

/// <summary>The connection broke, fell silent, or the server spoke something that is not SMTP.</summary>
public sealed class SmtpConnectionException : IOException
{
    public SmtpConnectionException(string message) : base(message) { }

    public SmtpConnectionException(string message, Exception inner) : base(message, inner) { }
}
