using Digest.Deliver;
using Digest.Model;
using Microsoft.Extensions.Options;

namespace Digest.Doctor;

/// <summary>The transport would take letters. Nothing is sent.</summary>
public sealed class TransportFindings(
    IOptions<MailOptions> mail,
    IOptions<PathsOptions> paths,
    SmtpProbe probe,
    NewestLetters letters,
    TimeProvider clock) : ICheck
{
    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        const string Subject = "transport";
        if (mail.Value.Transport == SmtpTransport.Name)
            return await AskAsync(mail.Value.Smtp, cancellationToken);

        return
        [
            WriteProbe.Try(Subject, Path.Combine(paths.Value.Data, "outbox")),
            new Finding(
                Verdict.Warn,
                Subject,
                "letters become .eml files and reach nobody",
                "set Mail:Transport to smtp, and Mail:Smtp, to send for real"),
            new Finding(Verdict.Skip, SmtpFindings.Subject, "letters become files"),
        ];
    }

    private async Task<IReadOnlyList<Finding>> AskAsync(SmtpOptions smtp, CancellationToken cancellationToken)
    {
        try
        {
            var report = await probe.RunAsync(cancellationToken);
            var letter = await letters.LargestAsync(cancellationToken);
            return [.. SmtpFindings.Judge(smtp, report, letter, clock.GetUtcNow())];
        }
        catch (DigestException error)
        {
            return [new Finding(Verdict.Fail, SmtpFindings.Subject, error.Message, "mend Mail:Smtp")];
        }
    }
}
