using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Digest.Mail.Smtp;
using Digest.Model;

namespace Digest.Deliver;

/// <summary>Turns the settings of <c>Mail:Smtp</c> into what the SMTP client wants.</summary>
public static class SmtpEndpoints
{
    /// <summary>Submission with TLS from the first octet (RFC 8314 §3.3).</summary>
    public const int ImplicitPort = 465;

    public static SmtpEndpoint From(SmtpOptions options, SmtpTranscript? transcript) => new()
    {
        Host = options.Host,
        Port = options.Port,
        Security = Security(options),
        Credentials = SignInSettings.Credentials(options),
        ClientName = ClientName(options.ClientName ?? Dns.GetHostName()),
        Timeouts = options.Timeouts.ToTimeouts(options.ConnectTimeout),
        Chunking = options.Chunking,
        Transcript = transcript,
        TrustedRoots = options.CaFile is null ? null : Roots(options.CaFile),
    };

    public static SmtpSecurity Security(SmtpOptions options) =>
        TrySecurity(options.Security, out var security) ? security
        : options.Port == ImplicitPort ? SmtpSecurity.Implicit
        : SmtpSecurity.Required;

    public static bool TrySecurity(string? text, out SmtpSecurity security) =>
        Enum.TryParse(text, ignoreCase: true, out security) && Enum.IsDefined(security) && char.IsLetter(text![0]);

    /// <summary>A host without a real name says so with an address literal (RFC 5321 §4.1.3).</summary>
    private static string ClientName(string name) =>
        name.Contains('.', StringComparison.Ordinal) && SmtpClientName.IsValid(name) ? name : "[127.0.0.1]";

    /// <exception cref="DigestException">The file cannot be read, or holds no certificate.</exception>
    public static X509Certificate2Collection Roots(string file)
    {
        var roots = new X509Certificate2Collection();
        try
        {
            roots.ImportFromPemFile(file);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new DigestException(
                $"Mail:Smtp:CaFile {file} cannot be read as PEM certificates: {trouble.Message}", trouble);
        }

        // A file without any is read without complaint, and then no server at all is trusted.
        return roots.Count > 0
            ? roots
            : throw new DigestException($"Mail:Smtp:CaFile {file} holds no certificate in PEM form");
    }
}
