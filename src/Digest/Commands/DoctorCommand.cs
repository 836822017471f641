using System.CommandLine;
using System.Text.Json.Nodes;
using Digest.Deliver;
using Digest.Doctor;
using Digest.Model;
using Digest.Newsletters;
using Digest.Output;
using Digest.Storage;
using Digest.Templating;
using Microsoft.Extensions.Options;

namespace Digest.Commands;

/// <summary><c>digest doctor</c>: looks at the set-up and says how to mend what it finds.</summary>
public static class DoctorCommand
{
    public static Command Create(CommandHost host)
    {
        const string Description = "Check settings, newsletters, storage, keys and transport; each finding has its fix";
        var command = new Command("doctor", Description)
            .WithExample("digest doctor --json");
        command.SetAction(host.WithoutStorage(RunAsync));
        return command;
    }

    private static async Task<int> RunAsync(CommandSession session, CancellationToken cancellationToken)
    {
        var settings = await new SettingsFindings(session).RunAsync(cancellationToken);
        var findings = new List<Finding>(settings);

        // Wrong options cannot be handed to what is checked next.
        if (settings.All(finding => finding.Verdict != Verdict.Fail))
        {
            foreach (var check in Checks(session))
                findings.AddRange(await check.RunAsync(cancellationToken));
        }

        session.Show(() => Json(findings), screen => screen.Show(Words(findings)));
        return findings.Any(finding => finding.Verdict == Verdict.Fail) ? ExitCodes.Failed : ExitCodes.Done;
    }

    private static IEnumerable<ICheck> Checks(CommandSession session)
    {
        var paths = session.Get<IOptions<PathsOptions>>();
        yield return new NewsletterFindings(session.Get<NewsletterCatalog>(), session.Get<Templates>());
        yield return new StorageFindings(session.Get<IStorageStartup>());
        yield return new DataFolderFindings(paths);
        yield return new TransportFindings(session.Get<IOptions<MailOptions>>(), paths, session.Get<SmtpProbe>());
        yield return new PublicUrlFindings(session.Get<IOptions<WebOptions>>());
        yield return new DnsFindings();
    }

    private static JsonObject Json(List<Finding> findings) => new()
    {
        ["findings"] = JsonNodes.Array(findings, finding => new JsonObject
        {
            ["verdict"] = Word(finding.Verdict),
            ["subject"] = finding.Subject,
            ["message"] = finding.Message,
            ["remedy"] = finding.Remedy,
        }),
    };

    private static Outline Words(List<Finding> findings)
    {
        var failed = findings.Count(finding => finding.Verdict == Verdict.Fail);
        return new Outline(failed == 0 ? "doctor: nothing stands in the way" : $"doctor: {failed} to mend")
        {
            Tone = failed == 0 ? Tone.Good : Tone.Bad,
            Children = [.. findings.Select(Words)],
        };
    }

    private static Outline Words(Finding finding) =>
        new($"{Word(finding.Verdict)} {finding.Subject}: {finding.Message}")
        {
            Tone = ToneOf(finding.Verdict),
            Children = finding.Remedy is null ? [] : [new Outline($"fix: {finding.Remedy}")],
        };

    private static Tone ToneOf(Verdict verdict) => verdict switch
    {
        Verdict.Fail => Tone.Bad,
        Verdict.Warn => Tone.Warning,
        Verdict.Pass => Tone.Good,
        _ => Tone.Quiet,
    };

    private static string Word(Verdict verdict) => verdict.ToString().ToUpperInvariant();
}
