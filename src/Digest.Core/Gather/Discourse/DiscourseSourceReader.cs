using System.Text.RegularExpressions;
using Digest.Gather.Web;
using Digest.Model;

namespace Digest.Gather.Discourse;

/// <summary>
/// The connector <c>discourse</c>: new topics of a forum, of categories or tags, or its best of a period. A topic that
/// goes on while it waits for an issue is told again with its new counts, which the ledger takes over.
/// </summary>
internal sealed partial class DiscourseSourceReader(WebSessions sessions) : WebSourceReader(sessions)
{
    private const string Categories = "categories";
    private const string Tags = "tagged";
    private const string Period = "period";

    // Answers to an old topic do not make it news.
    private static readonly TimeSpan Young = TimeSpan.FromDays(14);

    public static SourceKind Kind { get; } = new()
    {
        Type = "discourse",
        Place = SourcePlace.Url,
        Example = "url: https://forum.example.org",
        Settings =
        [
            new SourceSetting(Categories, "[announcements/7]") { IsList = true, Check = CategoryFault },
            new SourceSetting(Tags, "[keel]") { IsList = true, Check = TagFault },
            new SourceSetting(Period, "weekly")
            {
                Check = SettingRules.OneOf("daily", "weekly", "monthly", "quarterly", "yearly", "all"),
            },
            SourceSecrets.TokenSetting,
        ],
    };

    public override string Type => Kind.Type;

    protected override async Task<FetchOutcome> ReadAsync(
        SourceRequest request, WebSession web, CancellationToken cancellationToken)
    {
        var forum = new DiscourseForum(web, request.Source.Url!);
        var topics = await TopicsAsync(request, forum, cancellationToken);
        if (topics.Count == 0)
            return new FetchOutcome.Fetched([], []);

        var reading = new DiscourseReading(forum, request.Source, DiscourseMemory.Read(request.State.Memory));
        return await reading.RunAsync(topics, cancellationToken);
    }

    private static async Task<IReadOnlyList<DiscourseTopic>> TopicsAsync(
        SourceRequest request, DiscourseForum forum, CancellationToken cancellationToken)
    {
        var youngest = request.Now - Young;
        var oldest = request.Since < youngest ? request.Since : youngest;
        var period = request.Source.Settings.Text(Period);
        var topics = new List<DiscourseTopic>();
        foreach (var list in Lists(request.Source.Settings, period is null ? "latest" : "top"))
        {
            topics.AddRange(period is null
                ? (await forum.LatestAsync(list, request.Since, cancellationToken))
                    .Where(topic => !(topic.Created < oldest))
                : await forum.TopAsync(list, period, cancellationToken));
        }

        return [.. topics.DistinctBy(topic => topic.Id)];
    }

    private static IEnumerable<string> Lists(SourceSettingValues settings, string order)
    {
        var categories = settings.Texts(Categories);
        var tags = settings.Texts(Tags);
        if (categories.Count + tags.Count == 0)
            return [order];

        return categories.Select(category => $"c/{category}/l/{order}")
            .Concat(tags.Select(tag => $"tag/{Uri.EscapeDataString(tag)}/l/{order}"));
    }

    private static string? CategoryFault(string category) => CategoryShape().IsMatch(category)
        ? null
        : $"'{category}' is no category; copy what stands behind /c/ in its address, such as announcements/7";

    private static string? TagFault(string tag) => tag.Length is > 0 and <= 100 && !tag.Any(c => c is '/' or ' ' or '?')
        ? null
        : $"'{tag}' is no tag; copy what stands behind /tag/ in its address, such as keel";

    [GeneratedRegex(@"\A(?:[\p{L}\p{N}_%-]{1,300}/){1,3}[0-9]{1,9}\z")]
    private static partial Regex CategoryShape();
}
