using System.Text.Json;
using Digest.Gather.Json;
using Digest.Gather.Web;
using Digest.Model;

namespace Digest.Gather.Gerrit;

/// <summary>The connector <c>gerrit</c>: changes of a review server that were merged, opened or given up.</summary>
internal sealed class GerritSourceReader(WebSessions sessions) : WebSourceReader(sessions)
{
    // Names are looked up one by one.
    private const int MostLookups = 20;

    public static SourceKind Kind { get; } = new()
    {
        Type = "gerrit",
        Place = SourcePlace.Url,
        Example = "url: https://review.example.org/",
        Settings = GerritSettings.Keys,
    };

    public override string Type => Kind.Type;

    protected override async Task<FetchOutcome> ReadAsync(
        SourceRequest request, WebSession web, CancellationToken cancellationToken)
    {
        var settings = GerritSettings.Of(request.Source);
        var address = GerritAddress.Of(
            request.Source.Url ?? throw new SourceTroubleException("url: is missing"), web.Token);
        var server = new GerritServer(web, address);
        var reading = new Reading(request, settings, server, new ChangeItem(request.Source, settings, address.Web));
        foreach (var status in settings.Statuses)
            await reading.ReadAsync(status, cancellationToken);

        if (request.State.LastSuccess is null)
            await reading.CheckProjectsAsync(cancellationToken);

        return new FetchOutcome.Fetched([.. reading.Items.Values], reading.Warnings);
    }

    /// <summary>What one read has found so far.</summary>
    private sealed class Reading(
        SourceRequest request, GerritSettings settings, GerritServer server, ChangeItem changeItem)
    {
        private readonly HashSet<string> _met = new(StringComparer.Ordinal);

        public OrderedDictionary<string, GatheredItem> Items { get; } = new(StringComparer.Ordinal);

        public List<string> Warnings { get; } = [];

        public async Task ReadAsync(string status, CancellationToken cancellationToken)
        {
            foreach (var term in GerritSearch.Terms(settings, status))
            {
                var isMerged = status == GerritSettings.Merged;
                var (changes, window) = await server.FindAsync(
                    term, isMerged, request.Since, Warnings, cancellationToken);
                foreach (var change in changes)
                    Add(change, status, window);
            }
        }

        // A project that was spelled wrong is no error to a search: it finds nothing, for ever.
        public async Task CheckProjectsAsync(CancellationToken cancellationToken)
        {
            var silent = settings.Projects.Where(name => !name.EndsWith('*') && !_met.Contains(name));
            foreach (var name in silent.Take(MostLookups))
            {
                if (!await server.HasProjectAsync(name, cancellationToken))
                    Warnings.Add($"projects: '{name}' is not known to the server; correct it in newsletter.yml");
            }
        }

        private void Add(JsonElement change, string status, GerritWindow window)
        {
            _met.Add(change.Text("project") ?? "");
            if (change.Number("_number") is not { } number || !IsNews(change, status, window))
                return;

            var item = changeItem.Of(change, status, number);
            Items.TryAdd(item.ExternalId, item);
        }

        /// <summary>A search for what was touched also finds old things that somebody commented on.</summary>
        private bool IsNews(JsonElement change, string status, GerritWindow window)
        {
            if (status == GerritSettings.Open && change.Flag("work_in_progress"))
                return false;

            return window == GerritWindow.MergedAfter
                || !(ChangeItem.Moment(change, status, new ChangeTalk(change)) < request.Since);
        }
    }
}
