using System.Text.Json;
using Digest.Gather.Web;
using Digest.Model;

namespace Digest.Gather.Launchpad;

/// <summary>
/// The connector <c>launchpad-blueprints</c>. The service can neither be asked for what changed nor says when it did,
/// so every read takes the whole list and compares it with what it was. A list that is not whole is not compared.
/// </summary>
internal sealed class LaunchpadBlueprintReader(WebSessions sessions) : WebSourceReader(sessions)
{
    private const string Form = "blueprints/1";

    // Blueprints that are gone from the list are looked up one by one, some at each read.
    private const int MostLookups = 20;

    public static SourceKind Kind { get; } = new()
    {
        Type = "launchpad-blueprints",
        Place = SourcePlace.Url,
        Example = LaunchpadSettings.Example,
        Settings = BlueprintSettings.Keys,
    };

    public override string Type => Kind.Type;

    protected override async Task<FetchOutcome> ReadAsync(
        SourceRequest request, WebSession web, CancellationToken cancellationToken)
    {
        var settings = BlueprintSettings.Of(request.Source);
        var server = new LaunchpadServer(web, LaunchpadSettings.Root(request.Source.Url));
        var reading = new Reading(request, settings, server);
        foreach (var project in settings.Projects)
            await reading.ReadAsync(project, cancellationToken);

        return reading.Done();
    }

    /// <summary>What one read has found so far.</summary>
    private sealed class Reading(SourceRequest request, BlueprintSettings settings, LaunchpadServer server)
    {
        private readonly LaunchpadMemory _before = LaunchpadMemory.Read(request.State.Memory, Form);
        private readonly LaunchpadMemory _after = LaunchpadMemory.Empty(Form);
        private readonly BlueprintItem _item = new(request.Source, request.Now);
        private readonly List<GatheredItem> _items = [];
        private readonly List<string> _warnings = [];

        public FetchOutcome.Fetched Done() => new(
            [.. _items.DistinctBy(item => item.ExternalId, StringComparer.Ordinal)], _warnings)
        {
            Memory = _after.Write(),
        };

        public async Task ReadAsync(string project, CancellationToken cancellationToken)
        {
            var entries = await server.ListAsync(project, settings.Collection, cancellationToken);
            var list = entries.Select(entry => Blueprint.Of(entry, project)).OfType<Blueprint>()
                .DistinctBy(blueprint => blueprint.Key, StringComparer.Ordinal).ToList();
            if (list.Count < entries.Count)
                _warnings.Add(FormattableString.Invariant(
                    $"{project}: {entries.Count - list.Count} blueprints without a name of their own left out"));

            var watch = new BlueprintWatch(_before.Of(project), request.Since);
            var kept = await LookUpMissingAsync(project, watch, list, cancellationToken);
            foreach (var (blueprint, news) in watch.Compare(list))
                Tell(blueprint, news);

            _after.Keep(project, list
                .Select(blueprint => KeyValuePair.Create(blueprint.Key, blueprint.State.ToFields()))
                .Concat(kept));
        }

        /// <summary>
        /// Asks for those that are gone from the list: withdrawn ones are there still, and so are those that only this
        /// one list has lost.
        /// </summary>
        /// <returns>What stays remembered of those that are neither in the list nor gone.</returns>
        private async Task<IReadOnlyList<KeyValuePair<string, string[]>>> LookUpMissingAsync(
            string project, BlueprintWatch watch, List<Blueprint> list, CancellationToken cancellationToken)
        {
            var kept = new List<KeyValuePair<string, string[]>>();
            var lookups = 0;
            foreach (var key in watch.Missing(list))
            {
                var state = watch.Before(key)!;
                if ((state.IsWithdrawn && !settings.IsAll) || lookups >= MostLookups)
                    kept.Add(KeyValuePair.Create(key, state.ToFields()));
                else if (++lookups > 0 && await FindAsync(key, cancellationToken) is { } found)
                    list.Add(found);
                else
                    Tell(Gone(key, state), [BlueprintNews.Removed]);
            }

            if (lookups == MostLookups)
                _warnings.Add($"{project}: many blueprints are gone from the list; the next reads look for the rest");

            return kept;
        }

        private async Task<Blueprint?> FindAsync(string key, CancellationToken cancellationToken)
        {
            var gone = Gone(key, null);
            return server.Inside($"{gone.Project}/+spec/{Uri.EscapeDataString(gone.Name)}") is { } address
                && await server.LookUpAsync(address, cancellationToken) is { ValueKind: JsonValueKind.Object } entry
                && Blueprint.Of(entry, gone.Project) is { } found
                    ? found with { Project = gone.Project, Name = gone.Name }
                    : null;
        }

        private static Blueprint Gone(string key, BlueprintState? state) => new()
        {
            Project = key[..^(BlueprintWatch.NameOf(key).Length + 1)],
            Name = BlueprintWatch.NameOf(key),
            Title = BlueprintWatch.NameOf(key),
            State = state ?? new BlueprintState("", "", "", "", ""),
        };

        private void Tell(Blueprint blueprint, IReadOnlyList<BlueprintNews> news)
        {
            var wanted = news.Where(one => settings.Tell.Contains(one.Kind)).ToList();
            if (wanted.Count > 0)
                _items.Add(_item.Of(blueprint, wanted));
        }
    }
}
