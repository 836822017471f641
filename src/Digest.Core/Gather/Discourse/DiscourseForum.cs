using System.Text.Json;
using Digest.Gather.Json;
using Digest.Gather.Web;

namespace Digest.Gather.Discourse;

/// <summary>Asks a forum. Its address may lie below a folder.</summary>
internal sealed class DiscourseForum(WebSession web, Uri url)
{
    // A forum shows thirty topics a page: two thousand in one read are a first read of the busiest.
    private const int MostPages = 70;

    public Uri Root { get; } = new(url, url.AbsolutePath.TrimEnd('/') + "/");

    /// <summary>The topics of a list that came up since a moment, each once.</summary>
    /// <param name="list">The list's path, such as <c>latest</c> or <c>c/keel/7/l/latest</c>.</param>
    /// <exception cref="SourceTroubleException">A page cannot be read.</exception>
    public async Task<IReadOnlyList<DiscourseTopic>> LatestAsync(
        string list, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var topics = new Dictionary<long, DiscourseTopic>();
        for (var number = 0; number < MostPages; number++)
        {
            var page = await PageAsync(
                new Uri(Root, FormattableString.Invariant($"{list}.json?page={number}")), cancellationToken);
            var fresh = page.Topics.Count(topic => topics.TryAdd(topic.Id, topic));
            if (page.IsLast || fresh == 0 || page.Reaches(since))
                break;
        }

        return [.. topics.Values.Where(topic => !(topic.Bumped < since))];
    }

    /// <summary>The topics that a forum counts as its best of a period.</summary>
    /// <exception cref="SourceTroubleException">They cannot be read.</exception>
    public async Task<IReadOnlyList<DiscourseTopic>> TopAsync(
        string list, string period, CancellationToken cancellationToken)
    {
        var page = await PageAsync(new Uri(Root, $"{list}.json?period={period}"), cancellationToken);
        return [.. page.Topics.DistinctBy(topic => topic.Id)];
    }

    /// <returns>Null if the topic is gone or was closed to the public meanwhile.</returns>
    /// <exception cref="SourceTroubleException">It cannot be read.</exception>
    public async Task<JsonElement?> TopicAsync(long id, CancellationToken cancellationToken)
    {
        var address = new Uri(Root, FormattableString.Invariant($"t/{id}.json"));
        return await web.AskAsync(Request(address), cancellationToken) switch
        {
            WebAnswer.Found found => WebSession.ParseJson(address, found.Bytes),
            WebAnswer.Failed { Status: 403 or 404 or 410 } => null,
            var other => throw Trouble(address, other),
        };
    }

    /// <summary>The names of categories by their ids; empty where the forum does not tell them.</summary>
    public async Task<IReadOnlyDictionary<long, string>> CategoriesAsync(CancellationToken cancellationToken)
    {
        var address = new Uri(Root, "categories.json?include_subcategories=true");
        var names = new Dictionary<long, string>();
        if (await web.AskAsync(Request(address), cancellationToken) is WebAnswer.Found found)
            Collect(WebSession.ParseJson(address, found.Bytes).Part("category_list").List("categories"), names);

        return names;
    }

    private static void Collect(IReadOnlyList<JsonElement> categories, Dictionary<long, string> names)
    {
        foreach (var category in categories)
        {
            if (category.Number("id") is { } id && category.Text("name") is { } name)
                names[id] = name;

            // Forums nest three deep; the depth of the JSON itself is bounded by its parser.
            Collect(category.List("subcategory_list"), names);
        }
    }

    private async Task<DiscoursePage> PageAsync(Uri address, CancellationToken cancellationToken)
    {
        var answer = await web.AskAsync(Request(address), cancellationToken);
        if (answer is not WebAnswer.Found found)
            throw Trouble(address, answer);

        return DiscoursePage.Of(WebSession.ParseJson(address, found.Bytes))
            ?? throw WebSession.Trouble(address, "the answer holds no topics; is this the address of a Discourse?");
    }

    private WebRequest Request(Uri address) => new(address)
    {
        Accept = "application/json",
        Credentials = web.Token is { } token ? ("Api-Key", token) : null,
    };

    private SourceTroubleException Trouble(Uri address, WebAnswer answer) => WebSession.Trouble(address, answer switch
    {
        WebAnswer.Failed { Status: 403 } when web.Token is null =>
            "HTTP 403: the forum shows this to members only; set token_env to a key of its own",
        WebAnswer.Failed { Status: 404 } => "HTTP 404: there is no such forum, category or tag; check newsletter.yml",
        WebAnswer.Failed { Status: 429 } failed => DiscourseLimit.Words(failed),
        WebAnswer.Failed failed => failed.Reason,
        _ => "said 'not modified' to a request that had no validators",
    });
}
