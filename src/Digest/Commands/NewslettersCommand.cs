using System.CommandLine;
using System.Text.Json.Nodes;
using Digest.Model;
using Digest.Newsletters;
using Digest.Output;
using Digest.Run;

namespace Digest.Commands;

/// <summary><c>digest newsletters</c>: what publications there are.</summary>
public static class NewslettersCommand
{
    public static Command Create(CommandHost host) => new("newsletters", "Show the newsletters, or make one")
    {
        CreateList(host),
        CreateShow(host),
        NewsletterAddCommand.Create(host),
    };

    private static Command CreateList(CommandHost host)
    {
        var command = new Command("list", "List the newsletters").WithExample("digest newsletters list --json");
        command.SetAction(host.WithoutStorage((session, _) =>
        {
            var all = session.Get<NewsletterCatalog>().Load();
            session.Show(
                () => new JsonObject { ["newsletters"] = JsonNodes.Array(all, Json) },
                screen => screen.Table(["newsletter", "title", "language", "schedule", "approve"], all.Select(Row)));
            return Task.FromResult(ExitCodes.Done);
        }));
        return command;
    }

    private static Command CreateShow(CommandHost host)
    {
        var slug = new Argument<string>("newsletter") { Description = "The newsletter's slug" };
        var command = new Command("show", "Show one newsletter's settings") { slug }
            .WithExample("digest newsletters show community-weekly");
        command.SetAction(host.WithoutStorage((session, _) =>
        {
            var newsletter = session.Get<NewsletterCatalog>().Get(session.Arguments.GetRequiredValue(slug));
            session.Show(() => Json(newsletter), screen => screen.Show(Words(newsletter)));
            return Task.FromResult(ExitCodes.Done);
        }));
        return command;
    }

    private static JsonObject Json(Newsletter newsletter) => new()
    {
        ["newsletter"] = newsletter.Slug,
        ["title"] = newsletter.Title,
        ["language"] = newsletter.Language,
        ["folder"] = newsletter.Folder,
        ["from"] = newsletter.From.ToString(),
        ["numbering"] = newsletter.Numbering,
        ["cron"] = newsletter.Schedule?.Cron,
        ["timezone"] = newsletter.Zone.Id,
        ["approve"] = Word(newsletter.Approve),
        ["listId"] = newsletter.ListId,
        ["sources"] = JsonNodes.Texts(newsletter.Sources.Select(source => source.Id)),
        ["sections"] = JsonNodes.Texts(newsletter.Sections.Select(section => section.Id)),
        ["clock"] = IssueJson.Moment(newsletter.Clock),
    };

    private static IReadOnlyList<string> Row(Newsletter newsletter) =>
    [
        newsletter.Slug,
        newsletter.Title,
        newsletter.Language,
        newsletter.Schedule?.Cron ?? "",
        Word(newsletter.Approve),
    ];

    private static Outline Words(Newsletter newsletter) => new($"{newsletter.Slug}: {newsletter.Title}")
    {
        Path = newsletter.Folder,
        Children =
        [
            new Outline($"language: {newsletter.Language}"),
            new Outline($"from: {newsletter.From}"),
            new Outline($"numbering: {newsletter.Numbering}"),
            new Outline($"schedule: {newsletter.Schedule?.Cron ?? "none"}, {newsletter.Zone.Id}"),
            new Outline($"approve: {Word(newsletter.Approve)}"),
            .. Clock(newsletter),
            new Outline("sections") { Children = [.. newsletter.Sections.Select(Section)] },
            new Outline("sources") { Children = [.. newsletter.Sources.Select(Source)] },
        ],
    };

    private static IEnumerable<Outline> Clock(Newsletter newsletter) => newsletter.Clock is { } clock
        ? [new Outline($"clock of runs by hand: {Moments.Of(clock, newsletter.Zone)}")]
        : [];

    private static Outline Section(SectionDefinition section) =>
        new($"{section.Id}: {section.Title}") { Children = [.. section.Sections.Select(Section)] };

    private static Outline Source(SourceDefinition source) =>
        new($"{source.Id}: {source.Type} {source.Url}".TrimEnd()) { Path = source.Path };

    private static string Word(Approval approval) => approval == Approval.Automatic ? "automatic" : "manual";
}
