using System.CommandLine;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Digest.Compose;
using Digest.Model;
using Digest.Output;
using Digest.Run;

namespace Digest.Commands;

/// <summary><c>digest issues edit</c>: opens a draft in the editor's editor, and checks what was left.</summary>
public static class IssueEditCommand
{
    // What a shell answers for a command that it cannot start (POSIX, 2.8.2).
    private const int NotExecutable = 126;
    private const int NotFound = 127;

    public static Command Create(CommandHost host)
    {
        var issue = IssueArgument.Create();
        var command = new Command("edit", "Open a draft in $VISUAL or $EDITOR, and check it afterwards") { issue }
            .WithExample("EDITOR=\"code --wait\" digest issues edit community-weekly/1");
        command.SetAction(host.WithStorage((session, cancellationToken) =>
            RunAsync(session, session.Arguments.GetRequiredValue(issue), cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(CommandSession session, string text, CancellationToken cancellationToken)
    {
        var (newsletter, reference) = session.Issue(text);
        var issue = await session.Get<IIssueStore>().FindAsync(reference, cancellationToken)
            ?? throw IssueTrouble.Unknown(reference);
        if (issue.State != IssueState.Draft)
        {
            throw new DigestException(
                $"{reference}: is {IssueJson.Word(issue.State)}; only a draft can be edited");
        }

        var path = DraftFiles.PathOf(newsletter, reference);
        await EditAsync(path);
        var draft = await session.Get<DraftReader>().ReadAsync(newsletter, issue, cancellationToken);
        var sections = SectionCounts.Of(draft.Document);
        session.Show(() => Json(reference, path, sections), screen => screen.Show(Words(reference, path, sections)));
        return ExitCodes.Done;
    }

    private static async Task EditAsync(string path)
    {
        using var editor = Process.Start(Start(path))
            ?? throw new DigestException("the editor did not start; set VISUAL or EDITOR to one that does");

        // The editor owns the terminal: a Ctrl-C there is its business, not a reason to leave it behind.
        await editor.WaitForExitAsync(CancellationToken.None);
        if (editor.ExitCode is NotExecutable or NotFound)
            throw new DigestException("the editor did not start; set VISUAL or EDITOR to one that does");
        if (editor.ExitCode != 0)
            throw new DigestException($"the editor ended with code {editor.ExitCode}; {path} is as it left it");
    }

    /// <summary>
    /// The variable may hold arguments and quotes, so a shell reads it, as git does; the path stays one word.
    /// </summary>
    private static ProcessStartInfo Start(string path)
    {
        var editor = Variable("VISUAL") ?? Variable("EDITOR")
            ?? throw new DigestException($"VISUAL and EDITOR are not set; set one, or edit {path} with anything");
        return OperatingSystem.IsWindows()
            ? new ProcessStartInfo("cmd.exe", ["/c", $"{editor} \"{path}\""])
            : new ProcessStartInfo("/bin/sh", ["-c", $"{editor} \"$1\"", "sh", path]);
    }

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static JsonObject Json(IssueRef reference, string path, IReadOnlyList<SectionCount> sections) => new()
    {
        ["issue"] = reference.ToString(),
        ["path"] = path,
        ["items"] = sections.Sum(section => section.Items),
    };

    private static Outline Words(IssueRef reference, string path, IReadOnlyList<SectionCount> sections) =>
        new($"{reference}: the draft can be approved: digest approve {reference}")
        {
            Path = path,
            Children = [.. sections.Select(section => new Outline($"{section.Section}: {section.Items}"))],
        };
}
