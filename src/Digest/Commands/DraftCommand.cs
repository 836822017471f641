using System.CommandLine;
using Digest.Model;
using Digest.Run;

namespace Digest.Commands;

/// <summary><c>digest draft</c>: the second stage of a run alone.</summary>
public static class DraftCommand
{
    public static Command Create(CommandHost host)
    {
        var slug = RunCommand.SlugArgument();
        var at = RunCommand.AtOption();
        var include = new Option<string[]>("--include")
        {
            Description = "Take this waiting item whatever the limit of its section; may be repeated",
            HelpName = "ITEM",
        };
        var command = new Command("draft", "Write what was gathered into the open draft, or into a new one")
        {
            slug,
            at,
            include,
        }.WithExample("digest draft community-weekly", "digest draft community-weekly --include 0b5jescky8qn");
        command.SetAction(host.WithStorage((session, cancellationToken) => RunAsync(
            session,
            session.Arguments.GetValue(slug),
            session.Arguments.GetValue(at),
            session.Arguments.GetValue(include) ?? [],
            cancellationToken)));
        return command;
    }

    private static Task<int> RunAsync(
        CommandSession session, string? slug, string? at, string[] include, CancellationToken cancellationToken)
    {
        if (include.Length > 0 && slug is null)
            throw new DigestException("--include: name the newsletter too") { ExitCode = ExitCodes.Usage };

        var scope = RunScope.Only(RunStage.Draft) with { Include = include };
        return RunCommand.RunAsync(
            session, RunCommand.Due(session, slug, at), _ => scope, stopsAtFailure: false, cancellationToken);
    }
}
