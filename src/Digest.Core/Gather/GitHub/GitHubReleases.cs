using System.Text.Json;
using Digest.Gather.Forges;
using Digest.Gather.Json;
using Digest.Markup;
using Digest.Model;

namespace Digest.Gather.GitHub;

/// <summary>
/// The releases of a repository. Their order is that of the commits and not of publishing, so only a whole page of old
/// ones ends the reading. A prerelease may become a release without a new date: those seen are remembered.
/// </summary>
internal static class GitHubReleases
{
    private const int MostWaiting = 200;

    public static ForgeList List(GitHubContext context, ForgeApi api) => new(
        $"releases {context.Repository.Path}",
        (cursor, cancellationToken) => ReadAsync(context, api, cursor, cancellationToken));

    private static async Task<ForgeListRead> ReadAsync(
        GitHubContext context, ForgeApi api, ForgeCursor cursor, CancellationToken cancellationToken)
    {
        var rows = new List<JsonElement>();
        ForgePage? first = null;
        var pages = api.PagesAsync(context.List("releases?per_page=100"), cursor.ETag, cancellationToken);
        await foreach (var page in pages)
        {
            first ??= page;
            rows.AddRange(page.Rows);
            if (!page.Rows.Any(row => IsDue(row, cursor)))
                break;
        }

        if (first is null)
            return new ForgeListRead([], cursor.ETag) { IsUnchanged = true, Waiting = cursor.Waiting };

        var due = rows.Where(row => IsDue(row, cursor) && (context.Choice.WithPrereleases || !IsEarly(row)));
        return new ForgeListRead([.. due.Select(row => ToItem(row, context)).OfType<GatheredItem>()], first.ETag)
        {
            Waiting = [.. rows.Where(IsEarly).Select(row => row.Number("id")).OfType<long>().Take(MostWaiting)],
            Warnings = context.Moved(first),
        };
    }

    private static bool IsEarly(JsonElement row) => row.Flag("prerelease");

    private static bool IsDue(JsonElement row, ForgeCursor cursor) =>
        !row.Flag("draft")
        && (row.Moment("published_at") is not { } published
            || published >= cursor.Since
            || (!IsEarly(row) && row.Number("id") is { } id && cursor.Waiting.Contains(id)));

    /// <returns>Null for a row that is no release.</returns>
    public static GatheredItem? ToItem(JsonElement row, GitHubContext context)
    {
        if (row.Number("id") is not { } id || row.Text("tag_name") is not { } tag)
            return null;

        var url = row.Address("html_url") ?? context.WebPage($"releases/tag/{Uri.EscapeDataString(tag)}");
        var release = ReleaseTag.Of(context.Repository.Name, tag);
        var author = row.Part("author");
        return new GatheredItem
        {
            ExternalId = FormattableString.Invariant($"release/{id}{(IsEarly(row) ? "@prerelease" : "")}"),
            Title = release.Title(row.Text("name")),
            Url = url,
            Body = ForeignMarkdown.ToDialect(row.Text("body"), url),
            Author = GitHubContext.IsBot(author) ? null : ForgeText.Name(author.Text("login")),
            Language = context.Source.Language,
            Tags = ItemTags.Union([context.Repository.Name], context.Source.Tags),
            Published = row.Moment("published_at") ?? row.Moment("created_at"),
            Kind = ItemKind.Release,
            Objects = [release.Key],
            Signals = new ItemSignals { Change = IsEarly(row) ? "prerelease" : null },
        };
    }
}
