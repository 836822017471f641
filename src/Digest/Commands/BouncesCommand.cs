using System.CommandLine;
using System.Text.Json.Nodes;
using Digest.Model;
using Digest.Output;
using Digest.Run;

namespace Digest.Commands;

/// <summary><c>digest bounces</c>: takes mails that came back, and stops mail to addresses that are no good.</summary>
public static class BouncesCommand
{
    private const string StandardInput = "-";

    public static Command Create(CommandHost host)
    {
        var paths = new Argument<string[]>("path")
        {
            Description = "A mailbox file, a Maildir, a folder of .eml files or one mail; - or nothing for stdin",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var isTrial = new Option<bool>("--dry-run") { Description = "Say what would be done, and do nothing" };
        var command = new Command("bounces", "Read mail that came back: suppress dead addresses, note the rest")
        {
            paths, isTrial,
        }.WithExample("digest bounces /var/mail/bounce", "digest bounces --dry-run --json < mail.eml");
        command.SetAction(host.WithStorage((session, cancellationToken) => RunAsync(
            session, session.Arguments.GetValue(paths) ?? [], session.Arguments.GetValue(isTrial), cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(
        CommandSession session, string[] paths, bool isTrial, CancellationToken cancellationToken)
    {
        if (paths.Length == 0 && !Console.IsInputRedirected)
            throw new DigestException("name a Maildir, a mailbox file or a mail, or lead one into stdin")
            {
                ExitCode = ExitCodes.Usage,
            };

        var intake = session.Get<BounceIntake>();
        var findings = new List<BounceFinding>();
        foreach (var path in paths.Length > 0 ? paths : [StandardInput])
        {
            await foreach (var mail in Open(session, path, cancellationToken))
                findings.Add(await intake.TakeAsync(mail, isTrial, cancellationToken));
        }

        session.Show(() => Json(findings, isTrial), screen => Show(screen, findings, isTrial));
        return findings.Exists(finding => finding.Act == BounceAct.Unmatched) ? ExitCodes.PartlyDone : ExitCodes.Done;
    }

    private static IAsyncEnumerable<BounceMail> Open(
        CommandSession session, string path, CancellationToken cancellationToken) => path == StandardInput
        ? BounceMails.ReadAsync(Console.OpenStandardInput(), "stdin", cancellationToken)
        : BounceMails.ReadAsync(Path.GetFullPath(path, session.WorkingDirectory), cancellationToken);

    private static JsonObject Json(List<BounceFinding> findings, bool isTrial) => new()
    {
        ["dryRun"] = isTrial,
        ["counts"] = new JsonObject(Enum.GetValues<BounceAct>().Select(act =>
            KeyValuePair.Create(Word(act), (JsonNode?)findings.Count(finding => finding.Act == act)))),
        ["mails"] = JsonNodes.Array(findings, finding => new JsonObject
        {
            ["source"] = finding.Source,
            ["act"] = Word(finding.Act),
            ["kind"] = finding.Kind,
            ["address"] = finding.Letter?.Recipient.Address.Value,
            ["issue"] = finding.Letter?.Issue.ToString(),
            ["code"] = finding.Code,
            ["words"] = finding.Words,
        }),
    };

    private static void Show(Screen screen, List<BounceFinding> findings, bool isTrial)
    {
        if (findings.Count > 0)
            screen.Table(["mail", "done", "kind", "reader", "issue", "code", "words"], findings.Select(Row));

        var counts = findings.GroupBy(finding => finding.Act).OrderBy(group => group.Key)
            .Select(group => $"{group.Count()} {Word(group.Key)}");
        screen.Line($"{Counted.Of(findings.Count, "mail")}: {string.Join(", ", counts)}".TrimEnd(' ', ':'));
        if (isTrial)
            screen.Line("A dry run: nothing was changed");
    }

    private static IReadOnlyList<string> Row(BounceFinding finding) =>
    [
        Path.GetFileName(finding.Source),
        Word(finding.Act),
        finding.Kind,
        finding.Letter?.Recipient.Address.Value ?? "",
        finding.Letter?.Issue.ToString() ?? "",
        finding.Code ?? "",
        finding.Words,
    ];

    private static string Word(BounceAct act) => act.ToString().ToLowerInvariant();
}
