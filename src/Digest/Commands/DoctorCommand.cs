using System.CommandLine;
using System.Text.Json.Nodes;
using Digest.Doctor;
using Digest.Output;

namespace Digest.Commands;

/// <summary><c>digest doctor</c>: looks at the set-up and says how to mend what it finds.</summary>
public static class DoctorCommand
{
    public static Command Create(CommandHost host)
    {
        const string Description = "Check settings, storage, transport, DNS and the letter; each finding has its fix";
        var options = new DoctorArguments();
        var command = new Command("doctor", Description) { options.Server, options.Zone, options.Outgoing }
            .WithExample("digest doctor --json", "digest doctor --dns 127.0.0.1:53 --ip 192.0.2.10");
        command.SetAction(host.WithoutStorage((session, cancellationToken) =>
            RunAsync(session, options, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(
        CommandSession session, DoctorArguments options, CancellationToken cancellationToken)
    {
        var source = options.Source(session);
        var outgoing = options.Address(session);
        var settings = await new SettingsFindings(session).RunAsync(cancellationToken);
        var findings = new List<Finding>(settings);

        // Wrong options cannot be handed to what is checked next.
        if (settings.All(finding => finding.Verdict != Verdict.Fail))
        {
            foreach (var check in DoctorChecks.For(session, source, outgoing))
                findings.AddRange(await check.RunAsync(cancellationToken));
        }

        session.Show(() => Json(findings), screen => screen.Show(Words(findings)));
        return findings.Any(finding => finding.Verdict == Verdict.Fail) ? ExitCodes.Failed : ExitCodes.Done;
    }

    private static JsonObject Json(List<Finding> findings) => new()
    {
        ["findings"] = JsonNodes.Array(findings, finding => new JsonObject
        {
            ["id"] = finding.Id,
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
