using System.Text.Json;
using Digest.Gather.Forges;
using Digest.Gather.Json;
using Digest.Markup;
using Digest.Model;

namespace Digest.Gather.GitLab;

/// <summary>The merged merge requests of a project or a group: the server is asked for what changed since.</summary>
internal static class GitLabMerges
{
    /// <param name="place"><c>projects</c> or <c>groups</c>.</param>
    /// <param name="path">Of the project or group.</param>
    public static ForgeList List(GitLabContext context, string place, string path, ForgeApi api) => new(
        $"{place} merged {path}",
        async (cursor, cancellationToken) =>
        {
            var address = context.Api($"{place}/{GitLabPath.Segment(path)}/merge_requests?state=merged&scope=all"
                + $"&order_by=updated_at&sort=desc&per_page=100&updated_after={GitLabContext.Time(cursor.Since)}");
            var items = new List<GatheredItem>();
            await foreach (var page in api.PagesAsync(address, null, cancellationToken))
            {
                items.AddRange(page.Rows
                    .Where(row => !(DoneAt(row) < cursor.Since))
                    .Select(row => ToItem(row, place == "projects" ? path : null, context))
                    .OfType<GatheredItem>());
            }

            return new ForgeListRead(items, ETag: null);
        });

    /// <param name="row">The merge request.</param>
    /// <param name="asked">The project that was asked; null if a group was.</param>
    /// <param name="context">Server and source.</param>
    /// <returns>Null for what the source does not want, and for a row that is no merge request.</returns>
    public static GatheredItem? ToItem(JsonElement row, string? asked, GitLabContext context)
    {
        var isMerged = row.Text("state") is null or "merged";
        if (row.Number("iid") is not { } number || !isMerged || !IsWanted(row, context))
            return null;

        var page = row.Address("web_url");
        var path = (page is null ? null : GitLabPath.OfPage(page, context.Root)) ?? asked;
        if (path is null)
            return null;

        var url = page
            ?? new Uri(context.Root, FormattableString.Invariant($"{path}/-/merge_requests/{number}")).AbsoluteUri;
        return new GatheredItem
        {
            ExternalId = row.Number("id") is { } id
                ? FormattableString.Invariant($"merge/{id}")
                : FormattableString.Invariant($"merge/{path}!{number}"),
            Title = ForgeText.Name(row.Text("title")) ?? FormattableString.Invariant($"{path}!{number}"),
            Url = url,
            Body = ForeignMarkdown.ToDialect(row.Text("description"), url),
            Author = ForgeText.Name(row.Part("author").Text("name") ?? row.Part("author").Text("username")),
            Language = context.Source.Language,
            Tags = ItemTags.Union(
                [path.Split('/')[^1]], ForgeText.Labels(row.Texts("labels", "name")), context.Source.Tags),
            Published = DoneAt(row),
            Kind = ItemKind.Change,
            Objects = Objects(row, path, number, context),
            Mentions =
            [
                .. ClosingWords.Find(row.Text("description"), context.Host, path)
                    .Select(ticket => ObjectKey.Ticket(context.Host, ticket.Repository, ticket.Number)),
            ],
            Signals = Signals(row),
        };
    }

    private static bool IsWanted(JsonElement row, GitLabContext context) => context.Labels.Count == 0
        || row.Texts("labels", "name").Intersect(context.Labels, StringComparer.OrdinalIgnoreCase).Any();

    // Very old merge requests have no moment of merging.
    private static DateTimeOffset? DoneAt(JsonElement row) =>
        row.Moment("merged_at") ?? row.Moment("closed_at") ?? row.Moment("updated_at");

    private static string[] Objects(JsonElement row, string path, long number, GitLabContext context) =>
    [
        ObjectKey.MergeRequest(context.Host, path, number),
        .. new[] { row.Text("merge_commit_sha"), row.Text("squash_commit_sha") }
            .OfType<string>()
            .Where(hash => hash.Length is 40 or 64 && hash.All(char.IsAsciiHexDigit))
            .Select(ObjectKey.Commit),
    ];

    private static ItemSignals Signals(JsonElement row) => new()
    {
        Replies = row.Count("user_notes_count"),
        Milestone = ForgeText.Name(row.Part("milestone").Text("title")),
        Change = "merged",
    };
}
