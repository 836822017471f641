using System.CommandLine;
using System.Text.Json.Nodes;
using Digest.Model;
using Digest.Newsletters;
using Digest.Output;
using Digest.Run;

namespace Digest.Commands;

/// <summary><c>digest run</c>, and its single stages <c>digest gather</c> and <c>digest draft</c>.</summary>
public static class RunCommand
{
    public static Command Create(CommandHost host) => Create(
        host,
        "run",
        "Gather, draft, approve where the newsletter says so, publish and deliver: the whole job, once, now",
        RunScope.Whole,
        ["digest run", "digest run community-weekly --at 2026-11-20"]);

    public static Command CreateGather(CommandHost host) => Create(
        host,
        "gather",
        "Read the sources and keep what is new",
        RunScope.Only(RunStage.Gather),
        ["digest gather community-weekly"]);

    public static Command CreateDraft(CommandHost host)
    {
        var include = new Option<string[]>("--include")
        {
            Description = "Take this waiting item whatever the limit of its section; may be repeated",
            HelpName = "ITEM",
        };
        return Create(
            host,
            "draft",
            "Write what was gathered into the open draft, or into a new one",
            RunScope.Only(RunStage.Draft),
            ["digest draft community-weekly", "digest draft community-weekly --include 0b5jescky8qn"],
            include);
    }

    private static Command Create(
        CommandHost host,
        string name,
        string description,
        RunScope scope,
        string[] examples,
        Option<string[]>? include = null)
    {
        var slug = new Argument<string?>("newsletter")
        {
            Description = "The newsletter's slug (default: all of them)",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var at = new Option<string?>("--at")
        {
            Description = "The moment to take for now: a day (its end, in the newsletter's zone) or a time with offset",
            HelpName = "MOMENT",
        };
        var command = new Command(name, description) { slug, at }.WithExample(examples);
        if (include is not null)
            command.Options.Add(include);
        command.SetAction(host.WithStorage((session, cancellationToken) => RunAsync(
            session,
            session.Arguments.GetValue(slug),
            session.Arguments.GetValue(at),
            scope with { Include = include is null ? [] : session.Arguments.GetValue(include) ?? [] },
            cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(
        CommandSession session, string? slug, string? at, RunScope scope, CancellationToken cancellationToken)
    {
        if (scope.Include.Count > 0 && slug is null)
            throw new DigestException("--include: name the newsletter too") { ExitCode = ExitCodes.Usage };

        var clock = session.Get<RunClock>();
        var due = Newsletters(session, slug).Select(one => (Newsletter: one, At: clock.For(one, at))).ToArray();
        var reports = new List<RunReport>();
        foreach (var (newsletter, moment) in due)
            reports.Add(await RunAsync(session, newsletter, moment, scope, cancellationToken));

        if (session.IsJson)
            session.Screen.Json(Json(reports));
        return ExitCode(reports);
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
