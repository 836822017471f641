using System.Text.Json;
using Digest.Gather.Web;
using Digest.Model;

namespace Digest.Gather.Launchpad;

/// <summary>
/// The connector <c>launchpad-milestones</c>: releases, and milestones that were planned or moved. Every read takes the
/// whole lists and compares them with what they were.
/// </summary>
internal sealed class LaunchpadMilestoneReader(WebSessions sessions) : WebSourceReader(sessions)
{
    private const string Form = "milestones/1";

    // Only projects list their releases; of a group's milestones each is a request of its own.
    private const int MostLookups = 50;

    public static SourceKind Kind { get; } = new()
    {
        Type = "launchpad-milestones",
        Place = SourcePlace.Url,
        Example = LaunchpadSettings.Example,
        Settings = MilestoneSettings.Keys,
    };

    public override string Type => Kind.Type;

    protected override async Task<FetchOutcome> ReadAsync(
        SourceRequest request, WebSession web, CancellationToken cancellationToken)
    {
        var settings = MilestoneSettings.Of(request.Source);
        var server = new LaunchpadServer(web, LaunchpadSettings.Root(request.Source.Url));
        var before = LaunchpadMemory.Read(request.State.Memory, Form);
        var after = LaunchpadMemory.Empty(Form);
        var milestoneItem = new MilestoneItem(request.Source, request.Now);
        var items = new List<GatheredItem>();
        foreach (var project in settings.Projects)
        {
            var list = await ListAsync(server, project, before.Of(project), request.Now, cancellationToken);
            var watch = new MilestoneWatch(before.Of(project), request.Since);
            items.AddRange(watch.Compare(list)
                .Where(news => settings.Tell.Contains(news.Kind))
                .Select(news => milestoneItem.Of(project, news)));
            after.Keep(project, list.Select(milestone =>
                KeyValuePair.Create(milestone.Name, MilestoneWatch.Fields(milestone))));
        }

        var unique = items.DistinctBy(item => item.ExternalId, StringComparer.Ordinal);
        return new FetchOutcome.Fetched([.. unique], []) { Memory = after.Write() };
    }

    private static async Task<IReadOnlyList<Milestone>> ListAsync(
        LaunchpadServer server,
        string project,
        IReadOnlyDictionary<string, string[]>? before,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var milestones = (await server.ListAsync(project, "/all_milestones?ws.size=75", cancellationToken))
            .Select(Milestone.Of).OfType<Milestone>()
            .DistinctBy(milestone => milestone.Name, StringComparer.Ordinal);
        return await server.TryListAsync(project, "/releases?ws.size=75", cancellationToken) is { } releases
            ? [.. Join(milestones, releases, now)]
            : await LookUpAsync(server, [.. milestones], before, now, cancellationToken);
    }

    private static IEnumerable<Milestone> Join(
        IEnumerable<Milestone> milestones, IReadOnlyList<JsonElement> releases, DateTimeOffset now)
    {
        var byName = new OrderedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var release in releases)
        {
            if ((release.LinkName("milestone_link") ?? release.Line("version")) is { } name)
                byName.TryAdd(name, release);
        }

        foreach (var milestone in milestones)
            yield return byName.Remove(milestone.Name, out var release) ? milestone.With(release, now) : milestone;

        // A release whose milestone is not to be seen is one all the same.
        foreach (var (name, release) in byName)
            yield return new Milestone { Name = name, Title = name }.With(release, now);
    }

    /// <summary>What was released before is not asked for again.</summary>
    private static async Task<IReadOnlyList<Milestone>> LookUpAsync(
        LaunchpadServer server,
        IReadOnlyList<Milestone> milestones,
        IReadOnlyDictionary<string, string[]>? before,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var list = new List<Milestone>();
        var lookups = 0;
        foreach (var milestone in milestones)
        {
            // One that has a release is released, whether or not the release is to be had.
            var isOld = before?.GetValueOrDefault(milestone.Name) is [MilestoneWatch.ReleasedMark, _];
            if (milestone.ReleaseLink is null || isOld)
                list.Add(milestone with { IsReleased = isOld });
            else if (server.Inside(milestone.ReleaseLink) is { } address && lookups++ < MostLookups
                && await server.LookUpAsync(address, cancellationToken) is { ValueKind: JsonValueKind.Object } release)
                list.Add(milestone.With(release, now));
            else
                list.Add(milestone with { IsReleased = true });
        }

        return list;
    }
}
