using Digest.Gather.Forges;
using Digest.Gather.Json;
using Digest.Model;

namespace Digest.Gather.GitLab;

/// <summary>
/// The releases of all projects of a group. The list that GitLab has for it wants a member's token, so the projects
/// are listed, and those are asked in which something happened.
/// </summary>
internal static class GitLabGroups
{
    // A project's last activity is written down once an hour at most; a day is on the safe side.
    private static readonly TimeSpan Slack = TimeSpan.FromDays(1);

    public static ForgeList Releases(GitLabContext context, string group, ForgeApi api) => new(
        $"group releases {group}",
        (cursor, cancellationToken) => ReadAsync(context, group, api, cursor, cancellationToken));

    private static async Task<ForgeListRead> ReadAsync(
        GitLabContext context, string group, ForgeApi api, ForgeCursor cursor, CancellationToken cancellationToken)
    {
        var items = new List<GatheredItem>();
        foreach (var project in await ActiveAsync(context, group, api, cursor, cancellationToken))
        {
            // Their pages have validators of their own, which one cursor cannot hold.
            var read = await GitLabReleases.ReadAsync(
                context, project, api, cursor with { ETag = null }, cancellationToken);
            items.AddRange(read.Items);
        }

        return new ForgeListRead(items, ETag: null);
    }

    private static async Task<IReadOnlyList<string>> ActiveAsync(
        GitLabContext context, string group, ForgeApi api, ForgeCursor cursor, CancellationToken cancellationToken)
    {
        var projects = new List<string>();
        var address = context.Api($"groups/{GitLabPath.Segment(group)}/projects"
            + "?include_subgroups=true&archived=false&simple=true&order_by=last_activity_at&sort=desc&per_page=100");
        await foreach (var page in api.PagesAsync(address, null, cancellationToken))
        {
            projects.AddRange(page.Rows
                .Where(row => !(row.Moment("last_activity_at") < cursor.Since - Slack))
                .Select(row => row.Text("path_with_namespace"))
                .OfType<string>()
                .Where(path => GitLabPath.ProjectFault(path) is null));
            if (page.Rows.Any(row => row.Moment("last_activity_at") < cursor.Since - Slack))
                break;
        }

        return [.. projects.Distinct(StringComparer.Ordinal)];
    }
}
