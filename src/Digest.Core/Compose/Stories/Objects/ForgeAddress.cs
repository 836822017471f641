using Digest.Model;

namespace Digest.Compose.Stories.Objects;

/// <summary>
/// Issues, pull and merge requests, commits and releases of GitHub and of any GitLab, Gitea or Forgejo.
/// </summary>
internal static class ForgeAddress
{
    public static string? Key(WebAddress address)
    {
        // GitLab parts a repository's path from its pages by a dash, and groups may nest.
        if (address.IndexOf("-") is > 1 and var dash)
            return Key(address, dash, dash + 1, isGitLab: true);

        return IsForge(address.Host) ? Key(address, 2, 2, IsGitLab(address.Host)) : null;
    }

    private static bool IsForge(string host) =>
        host is "github.com" or "gitee.com" or "codeberg.org" or "bitbucket.org" or "opendev.org"
        || IsGitLab(host)
        || host.StartsWith("git.", StringComparison.Ordinal) || host.StartsWith("gitea.", StringComparison.Ordinal)
        || host.StartsWith("github.", StringComparison.Ordinal) || host.StartsWith("forge", StringComparison.Ordinal);

    private static bool IsGitLab(string host) => host.StartsWith("gitlab.", StringComparison.Ordinal);

    private static string? Key(WebAddress address, int repositoryEnd, int at, bool isGitLab)
    {
        if (address.Path.Length < repositoryEnd || address.Segment(at) is not { } kind)
            return null;

        var repository = string.Join('/', address.Path.Take(repositoryEnd));
        var name = address.Segment(at + 1) ?? "";
        return kind switch
        {
            "issues" or "work_items" or "pull" or "pulls" when ThingNumber.Of(name) is { } number =>
                ObjectKey.Ticket(address.Host, repository, number),
            "merge_requests" when ThingNumber.Of(name) is { } number =>
                ObjectKey.MergeRequest(address.Host, repository, number),
            "commit" or "commits" when IsHash(name) => ObjectKey.Commit(name),
            "releases" when name == "download" => Release(repository, address.Segment(at + 2)),
            "tree" or "archive" => Release(repository, Tag(address, at + 1)),
            "releases" => Release(repository, name == "tag" ? address.Segment(at + 2) : isGitLab ? name : null),
            "tags" => Release(repository, name),
            _ => null,
        };
    }

    private static string? Release(string repository, string? tag) =>
        tag is not null && ReleaseName.OfTag(repository, tag) is { } release
            ? ObjectKey.Release(release.Project, release.Version)
            : null;

    // archive/v2.4.tar.gz, archive/refs/tags/v2.4.zip; a branch is no version.
    private static string? Tag(WebAddress address, int at)
    {
        var name = address.Segment(at) == "refs" && address.Segment(at + 1) == "tags" ? address.Segment(at + 2)
            : address.Path.Length == at + 1 ? address.Segment(at) : null;
        return name is null || ReleaseName.IsBranch(name) ? null : ReleaseName.WithoutArchive(name);
    }

    private static bool IsHash(string text) => text.Length is >= 7 and <= 64 && text.All(char.IsAsciiHexDigit);
}
