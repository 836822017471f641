using System.Text.Json;
using Digest.Gather.Forges;
using Digest.Gather.Json;
using Digest.Markup;
using Digest.Model;

namespace Digest.Gather.GitLab;

/// <summary>
/// The releases of a project, newest first. GitLab cannot be asked for a time: the first page of old ones ends the
/// reading, but one page behind it is looked at too, because a release may be dated back when it is made. One dated
/// ahead is handed on as it is and held back until its day.
/// </summary>
internal static class GitLabReleases
{
    public static ForgeList List(GitLabContext context, string project, ForgeApi api) => new(
        $"releases {project}",
        (cursor, cancellationToken) => ReadAsync(context, project, api, cursor, cancellationToken));

    public static async Task<ForgeListRead> ReadAsync(
        GitLabContext context, string project, ForgeApi api, ForgeCursor cursor, CancellationToken cancellationToken)
    {
        var address = context.Api(
            $"projects/{GitLabPath.Segment(project)}/releases?order_by=released_at&sort=desc&per_page=100");
        var items = new List<GatheredItem>();
        ForgePage? first = null;
        var old = 0;
        await foreach (var page in api.PagesAsync(address, cursor.ETag, cancellationToken))
        {
            first ??= page;
            items.AddRange(page.Rows
                .Where(row => IsDue(row, cursor))
                .Select(row => ToItem(row, project, context))
                .OfType<GatheredItem>());
            old += page.Rows.All(row => IsDue(row, cursor)) ? 0 : 1;
            if (old > 1)
                break;
        }

        return new ForgeListRead(items, first?.ETag ?? cursor.ETag) { IsUnchanged = first is null };
    }

    private static bool IsDue(JsonElement row, ForgeCursor cursor)
    {
        var (released, created) = (row.Moment("released_at"), row.Moment("created_at"));
        return (released ?? created) is null || released >= cursor.Since || created >= cursor.Since;
    }

    /// <returns>Null for a row that is no release.</returns>
    public static GatheredItem? ToItem(JsonElement row, string project, GitLabContext context)
    {
        if (row.Text("tag_name") is not { } tag)
            return null;

        var url = row.Part("_links").Address("self")
            ?? new Uri(context.Root, $"{project}/-/releases/{Uri.EscapeDataString(tag)}").AbsoluteUri;
        var name = project.Split('/')[^1];
        var release = ReleaseTag.Of(name, tag);
        return new GatheredItem
        {
            ExternalId = $"release/{project}/{tag}",
            Title = release.Title(row.Text("name")),
            Url = url,
            Body = ForeignMarkdown.ToDialect(row.Text("description"), url),
            Author = ForgeText.Name(row.Part("author").Text("name") ?? row.Part("author").Text("username")),
            Language = context.Source.Language,
            Tags = ItemTags.Union([name], context.Source.Tags),
            Published = row.Moment("released_at") ?? row.Moment("created_at"),
            Kind = ItemKind.Release,
            Objects = [release.Key],
            Signals = new ItemSignals
            {
                Milestone = row.List("milestones") is [var only] ? ForgeText.Name(only.Text("title")) : null,
            },
        };
    }
}
