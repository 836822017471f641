using System.CommandLine;
using Digest.Gather;
using Digest.Gather.Answers;
using Digest.Model;
using Digest.Newsletters;
using Digest.Run;

namespace Digest.Commands;

/// <summary>
/// <c>digest gather</c>: the first stage of a run alone, for one source if need be, or again from kept answers.
/// </summary>
public static class GatherCommand
{
    public static Command Create(CommandHost host)
    {
        var slug = RunCommand.SlugArgument();
        var at = RunCommand.AtOption();
        var source = SourceOption();
        var force = new Option<bool>("--force")
        {
            Description = "Ask even sources that rest, and those whose server asked to wait",
        };
        var replay = ReplayOption();
        var command = new Command("gather", "Read the sources and keep what is new") { slug, at, source, force, replay }
            .WithExample(
                "digest gather community-weekly",
                "digest gather community-weekly --source planet --force",
                "digest gather community-weekly --replay data/answers/community-weekly --at 2026-11-20");
        command.SetAction(host.WithStorage((session, cancellationToken) => RunAsync(
            session,
            new Asked(
                session.Arguments.GetValue(slug),
                session.Arguments.GetValue(at),
                session.Arguments.GetValue(source),
                session.Arguments.GetValue(force),
                session.Arguments.GetValue(replay)),
            cancellationToken)));
        return command;
    }

    private static Option<string?> SourceOption() => new("--source")
    {
        Description = "Ask this source alone (needs the newsletter)",
        HelpName = "ID",
    };

    private static Option<string?> ReplayOption() => new("--replay")
    {
        Description = "Answer everything from the kept answers of one gathering, or of all below DIR up to --at",
        HelpName = "DIR",
    };

    private static Task<int> RunAsync(CommandSession session, Asked asked, CancellationToken cancellationToken)
    {
        if (asked.Slug is null && (asked.Source ?? asked.Replay) is not null)
            throw Usage($"{(asked.Source is null ? "--replay" : "--source")}: name the newsletter too");
        if (asked.Replay is not null && (asked.Force || asked.Source is not null))
            throw Usage("--replay: asks no source; leave out --source and --force");
        if (asked.Replay is { } folder)
            return ReplayAsync(session, asked.Slug!, folder, asked.At, cancellationToken);

        var due = RunCommand.Due(session, asked.Slug, asked.At);
        var scope = Scope(new SourceChoice { SourceId = asked.Source, Force = asked.Force });
        return RunCommand.RunAsync(session, due, _ => scope, stopsAtFailure: false, cancellationToken);
    }

    private static Task<int> ReplayAsync(
        CommandSession session, string slug, string folder, string? at, CancellationToken cancellationToken)
    {
        var newsletter = session.Get<NewsletterCatalog>().Get(slug);
        var all = KeptGather.Open(Path.GetFullPath(folder, session.WorkingDirectory), slug);
        var until = at is null ? DateTimeOffset.MaxValue : session.Get<RunClock>().For(newsletter, at);
        var chosen = all.Where(one => one.Moment <= until).ToList();
        if (chosen.Count == 0)
            throw new DigestException($"{folder}: holds no gathering up to {at}; the first is of {all[0].Moment:O}");

        return RunCommand.RunAsync(
            session,
            [.. chosen.Select(one => (newsletter, one.Moment))],
            index => Scope(new SourceChoice { Replay = chosen[index] }),
            stopsAtFailure: true,
            cancellationToken);
    }

    private static RunScope Scope(SourceChoice choice) => RunScope.Only(RunStage.Gather) with { Sources = choice };

    private static DigestException Usage(string message) => new(message) { ExitCode = ExitCodes.Usage };

    private sealed record Asked(string? Slug, string? At, string? Source, bool Force, string? Replay);
}
