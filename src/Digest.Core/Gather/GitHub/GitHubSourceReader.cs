using Digest.Gather.Forges;
using Digest.Gather.Web;
using Digest.Model;

namespace Digest.Gather.GitHub;

/// <summary>
/// The connector <c>github</c>: published releases, merged pull requests and closed issues of repositories.
/// </summary>
internal sealed class GitHubSourceReader(WebSessions sessions) : WebSourceReader(sessions)
{
    private const string Repositories = "repositories";

    private static readonly ForgeRules Rules = new()
    {
        Accept = "application/vnd.github+json",
        Credentials = token => ("Authorization", $"Bearer {token}"),
        Explain = Explain,
    };

    public static SourceKind Kind { get; } = new()
    {
        Type = "github",
        Place = SourcePlace.OptionalUrl,
        Example = "url: https://git.example.org/api/v3",
        Settings =
        [
            new SourceSetting(Repositories, "[driftwood/keel]")
            {
                IsRequired = true,
                IsList = true,
                Check = GitHubRepository.Fault,
            },
            GitHubChoice.What,
            GitHubChoice.Labels,
            GitHubChoice.Prereleases,
            GitHubChoice.Bots,
            SourceSecrets.TokenSetting,
        ],
    };

    public override string Type => Kind.Type;

    protected override Task<FetchOutcome> ReadAsync(
        SourceRequest request, WebSession web, CancellationToken cancellationToken)
    {
        var api = new ForgeApi(web, Rules);
        var place = GitHubPlace.Of(request.Source.Url);
        var choice = GitHubChoice.Of(request.Source.Settings);
        var lists = request.Source.Settings.Texts(Repositories)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(GitHubRepository.Of)
            .SelectMany(repository => Lists(new GitHubContext(place, repository, choice, request.Source), api));
        return new ForgeRead(request, api).RunAsync([.. lists], cancellationToken);
    }

    private static IEnumerable<ForgeList> Lists(GitHubContext context, ForgeApi api)
    {
        if (context.Choice.WantsReleases)
            yield return GitHubReleases.List(context, api);
        if (context.Choice.WantsPulls || context.Choice.WantsIssues)
            yield return GitHubTickets.List(context, api);
    }

    private static string? Explain(WebAnswer.Failed failed, bool hasToken) => failed.Status switch
    {
        403 or 429 when ForgeLimit.IsMet(failed) => ForgeLimit.Words(failed, hasToken),
        401 => "HTTP 401: the token is not accepted; make a new one and set the variable of token_env",
        403 => "HTTP 403: reading this is not allowed; check the rights of the token (token_env)",
        404 when hasToken => "HTTP 404: there is no such repository, or the token may not read it; check repositories",
        404 => "HTTP 404: there is no such repository, or it is private (then set token_env); check repositories",
        _ => null,
    };
}
