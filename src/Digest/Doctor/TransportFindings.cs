using Digest.Deliver;
using Digest.Model;
using Microsoft.Extensions.Options;

namespace Digest.Doctor;

/// <summary>The transport would take letters. Nothing is sent.</summary>
public sealed class TransportFindings(
    IOptions<MailOptions> mail, IOptions<PathsOptions> paths, SmtpProbe probe) : ICheck
{
    private const string Subject = "transport";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        if (mail.Value.Transport != SmtpTransport.Name)
            return [WriteProbe.Try(Subject, Path.Combine(paths.Value.Data, "outbox")), FilesOnly()];

        var smtp = mail.Value.Smtp;
        var server = $"smtp://{smtp.Host}:{smtp.Port}";
        try
        {
            return await probe.RunAsync(cancellationToken) is { } fault
                ? [new Finding(Verdict.Fail, Subject, $"{server}: {fault}", "mend Mail:Smtp, or the server")]
                : [new Finding(Verdict.Pass, Subject, $"{server}: would take letters (security {smtp.Security})")];
        }
        catch (DigestException error)
        {
            return [new Finding(Verdict.Fail, Subject, error.Message, "mend Mail:Smtp")];
        }
    }

    private static Finding FilesOnly() => new(
        Verdict.Warn,
        Subject,
        "letters become .eml files and reach nobody",
        "set Mail:Transport to smtp, and Mail:Smtp, to send for real");
}
