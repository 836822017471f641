using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Digest.Testing;

/// <summary>A GitHub of the Enterprise kind on loopback, with releases and closed tickets of repositories.</summary>
public sealed class FakeGitHub(FakeFeedServer server, int perPage = 2)
{
    private readonly PagedLists _lists = new(server, perPage);

    public Uri Url => server.Address("/api/v3");

    public IReadOnlyList<string> Asked => _lists.Asked;

    public FakeGitHub Releases(string repository, params object[] releases) => Set(repository, "releases", releases);

    public FakeGitHub Closed(string repository, params object[] tickets) => Set(repository, "issues", tickets);

    public FakeGitHub Refuse(Func<HttpContext, int?> refusal)
    {
        _lists.Refusal = refusal;
        return this;
    }

    public FakeGitHub NextPageAt(Func<string, string> next)
    {
        _lists.Next = next;
        return this;
    }

    public static object Release(int id, string tag, string published, bool prerelease = false) => new
    {
        id,
        tag_name = tag,
        name = tag,
        draft = false,
        prerelease,
        published_at = published,
        body = "内容 and 本文",
    };

    public static object Pull(int id, string title, string merged) => new
    {
        id,
        number = id,
        title,
        updated_at = merged,
        comments = 1,
        pull_request = new { merged_at = merged },
    };

    private FakeGitHub Set(string repository, string list, object[] rows)
    {
        _lists.Set($"/api/v3/repos/{repository}/{list}", rows.Select(row => JsonSerializer.Serialize(row)));
        return this;
    }
}
