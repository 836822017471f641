using System.Security.Authentication;

namespace Digest.Mail.Smtp;

/// <summary>What a client and a server agreed on.</summary>
/// <param name="Version">TLS 1.2 or 1.3.</param>
/// <param name="ValidUntil">The end of the server's certificate.</param>
public sealed record SmtpTls(SslProtocols Version, DateTimeOffset ValidUntil);
