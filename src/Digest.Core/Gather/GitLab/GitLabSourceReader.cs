using Digest.Gather.Forges;
using Digest.Gather.Web;
using Digest.Model;

namespace Digest.Gather.GitLab;

/// <summary>The connector <c>gitlab</c>: releases and merged merge requests of projects and groups.</summary>
internal sealed class GitLabSourceReader(WebSessions sessions) : WebSourceReader(sessions)
{
    public const string Labels = "labels";
    private const string Projects = "projects";
    private const string Groups = "groups";
    private const string What = "what";
    private const string Releases = "releases";
    private const string Merges = "merge_requests";

    private static readonly ForgeRules Rules = new()
    {
        Credentials = token => ("PRIVATE-TOKEN", token),
        Explain = Explain,
    };

    public static SourceKind Kind { get; } = new()
    {
        Type = "gitlab",
        Place = SourcePlace.OptionalUrl,
        Example = "url: https://gitlab.example.org",
        Settings =
        [
            new SourceSetting(Projects, "[driftwood/keel]") { IsList = true, Check = GitLabPath.ProjectFault },
            new SourceSetting(Groups, "[driftwood]") { IsList = true, Check = GitLabPath.GroupFault },
            new SourceSetting(What, $"[{Releases}, {Merges}]")
            {
                IsList = true,
                Check = SettingRules.OneOf(Releases, Merges),
            },
            new SourceSetting(Labels, "[highlight]") { IsList = true },
            SourceSecrets.TokenSetting,
        ],
    };

    public override string Type => Kind.Type;

    protected override async Task<FetchOutcome> ReadAsync(
        SourceRequest request, WebSession web, CancellationToken cancellationToken)
    {
        var api = new ForgeApi(web, Rules);
        var lists = Lists(new GitLabContext(request.Source), api).DistinctBy(list => list.Key).ToList();
        return lists.Count > 0
            ? await new ForgeRead(request, api).RunAsync(lists, cancellationToken)
            : new FetchOutcome.Failed("names no project and no group; write for example 'projects: [driftwood/keel]'");
    }

    private static IEnumerable<ForgeList> Lists(GitLabContext context, ForgeApi api)
    {
        var settings = context.Source.Settings;
        var what = settings.Texts(What) is { Count: > 0 } named ? named : [Releases, Merges];
        var releases = what.Contains(Releases);
        var merges = what.Contains(Merges);
        foreach (var project in settings.Texts(Projects))
        {
            if (releases)
                yield return GitLabReleases.List(context, project, api);
            if (merges)
                yield return GitLabMerges.List(context, Projects, project, api);
        }

        foreach (var group in settings.Texts(Groups))
        {
            if (releases)
                yield return GitLabGroups.Releases(context, group, api);
            if (merges)
                yield return GitLabMerges.List(context, Groups, group, api);
        }
    }

    private static string? Explain(WebAnswer.Failed failed, bool hasToken) => failed.Status switch
    {
        403 or 429 when ForgeLimit.IsMet(failed) => ForgeLimit.Words(failed, hasToken),
        401 => "HTTP 401: GitLab wants a token that may read this; make one and set the variable of token_env",
        403 => "HTTP 403: reading this is not allowed; check the rights of the token (token_env)",
        404 when hasToken => "HTTP 404: no such project or group, or the token may not read it; check the path",
        404 => "HTTP 404: no such project or group, or it is private (then set token_env); check the path",
        _ => null,
    };
}
