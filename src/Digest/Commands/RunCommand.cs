using System.CommandLine;
using System.Text.Json.Nodes;
using Digest.Model;
using Digest.Newsletters;
using Digest.Output;
using Digest.Run;

namespace Digest.Commands;

/// <summary><c>digest run</c>: the whole job; its single stages share how they run and show.</summary>
public static class RunCommand
{
    public static Command Create(CommandHost host) => Create(
        host,
        "run",
        "Gather, draft, approve where the newsletter says so, publish and deliver: the whole job, once, now",
        RunScope.Whole,
        ["digest run", "digest run community-weekly --at 2026-11-20"]);

    internal static Argument<string?> SlugArgument() => new("newsletter")
    {
        Description = "The newsletter's slug (default: all of them)",
        Arity = ArgumentArity.ZeroOrOne,
    };

    internal static Option<string?> AtOption() => new("--at")
    {
        Description = "The moment to take for now: a day (its end, in the newsletter's zone) or a time with offset",
        HelpName = "MOMENT",
    };

    /// <summary>Runs one after the other and shows what each came to.</summary>
    /// <param name="stopsAtFailure">Whether the later ones mean nothing without the earlier.</param>
    internal static async Task<int> RunAsync(
        CommandSession session,
        IReadOnlyList<(Newsletter Newsletter, DateTimeOffset At)> due,
        Func<int, RunScope> scope,
        bool stopsAtFailure,
        CancellationToken cancellationToken)
    {
        var reports = new List<RunReport>();
        foreach (var (index, (newsletter, moment)) in due.Index())
        {
            reports.Add(await RunAsync(session, newsletter, moment, scope(index), cancellationToken));
            if (stopsAtFailure && reports[^1].State == RunState.Failed)
                break;
        }

        if (session.IsJson)
            session.Screen.Json(Json(reports));
        return ExitCode(reports);
    }

    internal static IReadOnlyList<(Newsletter Newsletter, DateTimeOffset At)> Due(
        CommandSession session, string? slug, string? at)
    {
        var clock = session.Get<RunClock>();
        return [.. Newsletters(session, slug).Select(one => (one, clock.For(one, at)))];
    }

    private static Command Create(
        CommandHost host, string name, string description, RunScope scope, string[] examples)
    {
        var slug = SlugArgument();
        var at = AtOption();
        var command = new Command(name, description) { slug, at }.WithExample(examples);
        command.SetAction(host.WithStorage((session, cancellationToken) => RunAsync(
            session,
            Due(session, session.Arguments.GetValue(slug), session.Arguments.GetValue(at)),
            _ => scope,
            stopsAtFailure: false,
            cancellationToken)));
        return command;
    }

    private static IReadOnlyList<Newsletter> Newsletters(CommandSession session, string? slug)
    {
        var catalog = session.Get<NewsletterCatalog>();
        if (slug is not null)
            return [catalog.Get(slug)];

        var all = catalog.Load();
        return all.Count > 0
            ? all
            : throw new DigestException("there is no newsletter yet; make one: digest newsletters add --help");
    }

    private static async Task<RunReport> RunAsync(
        CommandSession session,
        Newsletter newsletter,
        DateTimeOffset at,
        RunScope scope,
        CancellationToken cancellationToken)
    {
        var run = session.Get<NewsletterRun>();
        var report = await RunWatch.For(session.Screen, session.IsJson).WatchAsync(
            newsletter, progress => run.RunAsync(newsletter, at, scope, progress, cancellationToken));
        if (!session.IsJson)
            session.Screen.Show(RunOutline.Of(report, newsletter.Zone));
        if (report.Error is not null)
            session.Screen.Message($"digest: {report.Error}");

        return report;
    }

    private static JsonObject Json(IReadOnlyList<RunReport> reports) => new()
    {
        ["runs"] = new JsonArray([.. reports.Select(RunReportJson.ToNode)]),
    };

    /// <summary>The worst of the runs; some failed beside others that did not is partly done.</summary>
    private static int ExitCode(IReadOnlyList<RunReport> reports)
    {
        if (reports.All(report => report.State == RunState.Done))
            return ExitCodes.Done;

        return reports.All(report => report.State == RunState.Failed) ? ExitCodes.Failed : ExitCodes.PartlyDone;
    }
}
