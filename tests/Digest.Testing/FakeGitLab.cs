using System.Text.Json;

namespace Digest.Testing;

/// <summary>A GitLab on loopback. Paths of projects stand in addresses as one encoded segment.</summary>
public sealed class FakeGitLab(FakeFeedServer server, int perPage = 2)
{
    private readonly PagedLists _lists = new(server, perPage);

    public IReadOnlyList<string> Asked => _lists.Asked;

    public FakeGitLab Releases(string project, params object[] releases) =>
        Set($"projects/{project}/releases", releases);

    public FakeGitLab Merged(string project, params object[] merges) =>
        Set($"projects/{project}/merge_requests", merges);

    public FakeGitLab Group(string group, params object[] projects) => Set($"groups/{group}/projects", projects);

    public static object Release(string tag, string released, string? created = null) => new
    {
        tag_name = tag,
        name = tag,
        description = "锚 and 錨",
        released_at = released,
        created_at = created ?? released,
    };

    /// <param name="place">With the one slash of the path that stands encoded: <c>projects/a/b/releases</c>.</param>
    private FakeGitLab Set(string place, object[] rows)
    {
        var kind = place[..(place.IndexOf('/', StringComparison.Ordinal) + 1)];
        var rest = place[kind.Length..];
        var end = rest.LastIndexOf('/');
        var path = $"/api/v4/{kind}{rest[..end].Replace("/", "%2F", StringComparison.Ordinal)}{rest[end..]}";
        _lists.Set(path, rows.Select(row => JsonSerializer.Serialize(row)));
        return this;
    }
}
