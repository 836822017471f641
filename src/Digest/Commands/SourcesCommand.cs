using System.CommandLine;
using System.Text.Json.Nodes;
using Digest.Gather;
using Digest.Model;
using Digest.Newsletters;
using Digest.Output;
using Digest.Run;

namespace Digest.Commands;

/// <summary><c>digest sources</c>: where items come from, and how each source is doing.</summary>
public static class SourcesCommand
{
    public static Command Create(CommandHost host) => new("sources", "Show, import and export sources")
    {
        CreateList(host),
        CreateShow(host),
        SourcesImportCommand.Create(host),
        SourcesExportCommand.Create(host),
    };

    private static Command CreateList(CommandHost host)
    {
        var slug = new Argument<string?>("newsletter")
        {
            Description = "The newsletter's slug (default: all of them)",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("list", "List the sources with their last success, their next try, and why") { slug }
            .WithExample("digest sources list community-weekly");
        command.SetAction(host.WithStorage((session, cancellationToken) =>
            ListAsync(session, session.Arguments.GetValue(slug), cancellationToken)));
        return command;
    }

    private static Command CreateShow(CommandHost host)
    {
        var slug = new Argument<string>("newsletter") { Description = "The newsletter's slug, or newsletter/source" };
        var id = new Argument<string?>("source")
        {
            Description = "The source's id",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("show", "Show one source") { slug, id }
            .WithExample("digest sources show community-weekly planet", "digest sources show community-weekly/planet");
        command.SetAction(host.WithStorage((session, cancellationToken) =>
        {
            var (newsletter, source) = Named(
                session.Arguments.GetRequiredValue(slug), session.Arguments.GetValue(id));
            return ShowAsync(session, newsletter, source, cancellationToken);
        }));
        return command;
    }

    /// <summary>The list shows sources as newsletter/source, so they may be written like that.</summary>
    private static (string Newsletter, string Source) Named(string newsletter, string? source) =>
        source is not null ? (newsletter, source)
        : newsletter.Split('/') is [var before, var behind] ? (before, behind)
        : throw new DigestException($"name the source too: digest sources show {newsletter} SOURCE")
        {
            ExitCode = ExitCodes.Usage,
        };

    private static async Task<int> ListAsync(CommandSession session, string? slug, CancellationToken cancellationToken)
    {
        var catalog = session.Get<NewsletterCatalog>();
        var all = new List<SourceHealth>();
        foreach (var newsletter in slug is null ? catalog.Load() : [catalog.Get(slug)])
            all.AddRange(await ReadAsync(session, newsletter, cancellationToken));

        session.Show(
            () => new JsonObject { ["sources"] = JsonNodes.Array(all, Json) },
            screen => screen.Table(["source", "last success", "last new", "next try", "why"], all.Select(Row)));
        return ExitCodes.Done;
    }

    private static async Task<int> ShowAsync(
        CommandSession session, string slug, string id, CancellationToken cancellationToken)
    {
        var newsletter = session.Get<NewsletterCatalog>().Get(slug);
        var all = await ReadAsync(session, newsletter, cancellationToken);
        var health = all.FirstOrDefault(one => one.Source.Id == id) ?? throw new DigestException(
            $"{slug}: has no source '{id}'; there are {string.Join(", ", all.Select(one => one.Source.Id))}");
        session.Show(() => Json(health), screen => screen.Show(Words(health)));
        return ExitCodes.Done;
    }

    private static async Task<IReadOnlyList<SourceHealth>> ReadAsync(
        CommandSession session, Newsletter newsletter, CancellationToken cancellationToken)
    {
        var store = session.Get<ISourceStore>();
        var states = await store.ListStatesAsync(newsletter.Slug, cancellationToken);
        var waits = new HostWaits();
        waits.Add(await store.ListWaitsAsync(cancellationToken));
        var time = session.Get<TimeProvider>().GetUtcNow();
        return
        [
            .. newsletter.Sources.Select(source =>
            {
                var state = states.GetValueOrDefault(source.Id, SourceState.Empty).At(source.Url);
                var outlook = SourceOutlook.Of(newsletter.Slug, source, state, waits, time);
                return new SourceHealth(newsletter, source, state, outlook);
            }),
        ];
    }

    private static JsonObject Json(SourceHealth health) => new()
    {
        ["newsletter"] = health.Newsletter.Slug,
        ["source"] = health.Source.Id,
        ["type"] = health.Source.Type,
        ["location"] = health.Source.Path ?? health.Source.Url?.AbsoluteUri,
        ["lastSuccess"] = IssueJson.Moment(health.State.LastSuccess),
        ["lastTry"] = IssueJson.Moment(health.State.LastTry),
        ["lastError"] = health.State.LastError,
        ["failures"] = health.State.Failures,
        ["lastNew"] = IssueJson.Moment(health.State.LastNew),
        ["standing"] = health.Outlook.Standing.ToString().ToLowerInvariant(),
        ["nextTry"] = IssueJson.Moment(health.Outlook.Until),
        ["why"] = health.Outlook.Why,
        ["restsSince"] = IssueJson.Moment(health.State.RestsSince),
        ["movedTo"] = health.State.MovedTo?.AbsoluteUri,
    };

    private static IReadOnlyList<string> Row(SourceHealth health) =>
    [
        $"{health.Newsletter.Slug}/{health.Source.Id}",
        Day(health.State.LastSuccess, health.Newsletter),
        Day(health.State.LastNew, health.Newsletter),
        Next(health, Moments.Minute),
        health.State.MovedTo is { } moved ? $"{Why(health)}; moved to {moved.AbsoluteUri}" : Why(health),
    ];

    private static Outline Words(SourceHealth health) =>
        new($"{health.Source.Id}: {health.Source.Type} {health.Source.Url}".TrimEnd())
        {
            Path = health.Source.Path,
            Children =
            [
                new Outline($"last success: {Moment(health.State.LastSuccess, health.Newsletter)}"),
                new Outline($"last new item: {Moment(health.State.LastNew, health.Newsletter)}"),
                new Outline($"last try: {Moment(health.State.LastTry, health.Newsletter)}"),
                LastError(health.State),
                new Outline($"next try: {Next(health, Moments.Of)}, {Why(health)}") { Tone = ToneOf(health.Outlook) },
                .. Moved(health),
            ],
        };

    private static Outline LastError(SourceState state) => state.LastError is null
        ? new Outline("last error: none") { Tone = Tone.Good }
        : new Outline($"last error ({state.Failures} in a row): {state.LastError}") { Tone = Tone.Bad };

    private static IEnumerable<Outline> Moved(SourceHealth health) => health.State.MovedTo is { } moved
        ? [new Outline($"moved for good to {moved.AbsoluteUri}; change newsletter.yml") { Tone = Tone.Warning }]
        : [];

    /// <summary>Sources on disk are not polled: they are read by the next run.</summary>
    private static string Next(SourceHealth health, Func<DateTimeOffset, TimeZoneInfo, string> words) => health switch
    {
        { Source.Path: not null, Outlook.IsClosed: false } => "next run",
        { Outlook.Until: { } until } => words(until, health.Newsletter.Zone),
        _ => "now",
    };

    private static string Why(SourceHealth health) => health.Outlook.Why;

    private static Tone ToneOf(SourceOutlook outlook) => outlook.Standing switch
    {
        SourceStanding.Failing => Tone.Bad,
        SourceStanding.Waiting or SourceStanding.Resting => Tone.Warning,
        _ => Tone.Plain,
    };

    private static string Moment(DateTimeOffset? moment, Newsletter newsletter) =>
        moment is null ? "never" : Moments.Of(moment.Value, newsletter.Zone);

    /// <summary>A table has no room for more; the minute stands in <c>sources show</c>.</summary>
    private static string Day(DateTimeOffset? moment, Newsletter newsletter) =>
        moment is null ? "never" : Moments.Day(moment.Value, newsletter.Zone);

    private sealed record SourceHealth(
        Newsletter Newsletter, SourceDefinition Source, SourceState State, SourceOutlook Outlook);
}
