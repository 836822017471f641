namespace Digest.Mail.Smtp.Sasl;

/// <summary>Says one line, given without its CRLF, and gives back the reply.</summary>
internal delegate Task<SmtpReply> SaslWire(string line, CancellationToken cancellationToken);
