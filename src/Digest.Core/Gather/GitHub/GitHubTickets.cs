using System.Text.Json;
using Digest.Gather.Forges;
using Digest.Gather.Json;
using Digest.Markup;
using Digest.Model;

namespace Digest.Gather.GitHub;

/// <summary>
/// The merged pull requests and closed issues of a repository. GitHub lists both as issues, the pulls with the moment
/// of their merging: one list, with comments counted, serves both. It is sorted by the last change, so the first row
/// that changed before the cursor ends the reading.
/// </summary>
internal static class GitHubTickets
{
    public static ForgeList List(GitHubContext context, ForgeApi api) => new(
        $"closed {context.Repository.Path}",
        (cursor, cancellationToken) => ReadAsync(context, api, cursor, cancellationToken));

    private static async Task<ForgeListRead> ReadAsync(
        GitHubContext context, ForgeApi api, ForgeCursor cursor, CancellationToken cancellationToken)
    {
        var address = context.List("issues?state=closed&sort=updated&direction=desc&per_page=100");
        var items = new List<GatheredItem>();
        ForgePage? first = null;
        await foreach (var page in api.PagesAsync(address, cursor.ETag, cancellationToken))
        {
            first ??= page;
            items.AddRange(page.Rows
                .Where(row => DoneAt(row) is not { } done || done >= cursor.Since)
                .Select(row => ToItem(row, context))
                .OfType<GatheredItem>());
            if (page.Rows.Any(row => row.Moment("updated_at") < cursor.Since))
                break;
        }

        return first is null
            ? new ForgeListRead([], cursor.ETag) { IsUnchanged = true }
            : new ForgeListRead(items, first.ETag) { Warnings = context.Moved(first) };
    }

    /// <returns>Null for what the source does not want, and for a row that is neither issue nor pull.</returns>
    public static GatheredItem? ToItem(JsonElement row, GitHubContext context)
    {
        if (row.Number("number") is not { } number || row.Number("id") is not { } id || !IsWanted(row, context.Choice))
            return null;

        var isPull = row.Has("pull_request");
        var url = row.Address("html_url")
            ?? context.WebPage(FormattableString.Invariant($"{(isPull ? "pull" : "issues")}/{number}"));
        var path = context.PathOf(url);
        return new GatheredItem
        {
            ExternalId = IdOf(row, id),
            Title = ForgeText.Name(row.Text("title")) ?? FormattableString.Invariant($"{path}#{number}"),
            Url = url,
            Body = ForeignMarkdown.ToDialect(row.Text("body"), url),
            Author = ForgeText.Name(row.Part("user").Text("login")),
            Language = context.Source.Language,
            Tags = ItemTags.Union(
                [context.Repository.Name], ForgeText.Labels(row.Texts("labels", "name")), context.Source.Tags),
            Published = DoneAt(row),
            Kind = isPull ? ItemKind.Change : ItemKind.Bug,
            Objects = [ObjectKey.Ticket(context.Place.WebHost, path, number)],
            Mentions = Mentions(row, context.Place.WebHost, path),
            Signals = new ItemSignals
            {
                Replies = row.Count("comments"),
                Milestone = ForgeText.Name(row.Part("milestone").Text("title")),
                Change = isPull ? "merged" : "closed",
            },
        };
    }

    private static bool IsWanted(JsonElement row, GitHubChoice choice)
    {
        var isPull = row.Has("pull_request");
        var isDone = isPull
            ? choice.WantsPulls && row.Part("pull_request").Has("merged_at")
            : choice.WantsIssues && row.Text("state_reason") is not ("not_planned" or "duplicate");
        return isDone
            && (choice.WithBots || !GitHubContext.IsBot(row.Part("user")))
            && (choice.AnyLabel.Count == 0
                || row.Texts("labels", "name").Intersect(choice.AnyLabel, StringComparer.OrdinalIgnoreCase).Any());
    }

    private static DateTimeOffset? DoneAt(JsonElement row) => row.Has("pull_request")
        ? row.Part("pull_request").Moment("merged_at")
        : row.Moment("closed_at");

    /// <summary>A pull is merged once; an issue that was opened again can be closed again, which is news.</summary>
    private static string IdOf(JsonElement row, long id) => row.Has("pull_request")
        ? FormattableString.Invariant($"pull/{id}")
        : FormattableString.Invariant($"issue/{id}@closed {row.Moment("closed_at")?.ToUnixTimeSeconds()}");

    private static string[] Mentions(JsonElement row, string host, string path) =>
    [
        .. ClosingWords.Find(row.Text("body"), host, path)
            .Select(ticket => ObjectKey.Ticket(host, ticket.Repository, ticket.Number)),
    ];
}
