using Digest.Gather.Web;
using Digest.Model;

namespace Digest.Gather.Launchpad;

/// <summary>
/// The connector <c>launchpad-bugs</c>: new bugs and bugs that came into another state. What was seen is remembered, so
/// that a comment is not taken for a change and a change can say what was before.
/// </summary>
internal sealed class LaunchpadBugReader(WebSessions sessions) : WebSourceReader(sessions)
{
    private const string Form = "bugs/1";

    // About half a megabyte of memory for a target; who is gone longest is forgotten first.
    private const int MostRemembered = 10_000;

    public static SourceKind Kind { get; } = new()
    {
        Type = "launchpad-bugs",
        Place = SourcePlace.Url,
        Example = LaunchpadSettings.Example,
        Settings = BugSettings.Keys,
    };

    public override string Type => Kind.Type;

    protected override async Task<FetchOutcome> ReadAsync(
        SourceRequest request, WebSession web, CancellationToken cancellationToken)
    {
        var settings = BugSettings.Of(request.Source);
        var server = new LaunchpadServer(web, LaunchpadSettings.Root(request.Source.Url));
        var before = LaunchpadMemory.Read(request.State.Memory, Form);
        var after = LaunchpadMemory.Empty(Form);
        var warnings = new List<string>();
        var news = new List<BugNews>();
        foreach (var project in settings.Projects)
        {
            var tasks = await TasksAsync(server, settings, project, request.Since, warnings, cancellationToken);
            var watch = new BugWatch(settings, before.Of(project), request.Since);
            news.AddRange(tasks.Select(watch.Of).OfType<BugNews>());
            after.Keep(project, Remembered(before.Of(project), tasks));
        }

        // A bug of two targets of one source is met twice.
        var unique = news.DistinctBy(one => BugWatch.Key(one.Task)).ToList();
        var items = await ItemsAsync(server, request, settings, unique, warnings, cancellationToken);
        return new FetchOutcome.Fetched(items, warnings) { Memory = after.Write() };
    }

    private static async Task<IReadOnlyList<BugTask>> TasksAsync(
        LaunchpadServer server,
        BugSettings settings,
        string project,
        DateTimeOffset since,
        List<string> warnings,
        CancellationToken cancellationToken)
    {
        var entries = await server.ListAsync(project, settings.Search(since), cancellationToken);
        var tasks = entries.Select(entry => BugTask.Of(entry, server)).OfType<BugTask>().ToList();
        if (tasks.Count < entries.Count)
            warnings.Add(FormattableString.Invariant(
                $"{project}: {entries.Count - tasks.Count} entries without the number of a bug left out"));

        // A group has no bugs of its own: all that is found in it lies elsewhere.
        if (!tasks.TrueForAll(task => task.IsIn(project)) && !await IsGroupAsync(server, project, cancellationToken))
            tasks.RemoveAll(task => !task.IsIn(project));

        return [.. tasks.DistinctBy(BugWatch.Key)];
    }

    private static async Task<bool> IsGroupAsync(
        LaunchpadServer server, string project, CancellationToken cancellationToken) =>
        server.Inside(project) is { } address
        && await server.FindAsync(address, cancellationToken) is { } target
        && target.Value("resource_type_link")?.EndsWith("#project_group", StringComparison.Ordinal) == true;

    private static IEnumerable<KeyValuePair<string, string[]>> Remembered(
        IReadOnlyDictionary<string, string[]>? before, IReadOnlyList<BugTask> tasks) => tasks
            .Select(task => KeyValuePair.Create(BugWatch.Key(task), BugWatch.Fields(task)))
            .Concat(before ?? new Dictionary<string, string[]>())
            .DistinctBy(pair => pair.Key, StringComparer.Ordinal)
            .Take(MostRemembered);

    /// <summary>The text of a bug is a request of its own, so only those that are told are asked for.</summary>
    private static async Task<IReadOnlyList<GatheredItem>> ItemsAsync(
        LaunchpadServer server,
        SourceRequest request,
        BugSettings settings,
        IReadOnlyList<BugNews> news,
        List<string> warnings,
        CancellationToken cancellationToken)
    {
        var bugItem = new BugItem(request.Source, request.Now);
        var details = new BugDetails(server, settings.Details, warnings);
        var items = new List<GatheredItem>();
        foreach (var one in news)
            items.Add(bugItem.Of(one, await details.OfAsync(one.Task, cancellationToken)));

        details.Close();
        return items;
    }
}
