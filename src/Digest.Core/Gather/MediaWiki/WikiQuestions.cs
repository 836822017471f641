using System.Globalization;
using System.Text.Json;
using Digest.Gather.Json;
using Digest.Markup;
using Digest.Model;

namespace Digest.Gather.MediaWiki;

/// <summary>The questions that a source asks a wiki.</summary>
internal sealed class WikiQuestions(WikiApi api, SourceRequest request)
{
    private readonly List<string> _warnings = [];

    public IReadOnlyList<string> Warnings => [.. _warnings, .. api.Warnings];

    private SourceSettingValues Settings => request.Source.Settings;

    /// <summary>Recent changes do not reach back as far as a source that was not read for long.</summary>
    public void WarnOfLoss(bool isLong)
    {
        if (isLong)
            _warnings.Add("wikis keep about 30 days of recent changes; older edits may be missing, name their pages");
    }

    public async Task<WikiSite> SiteAsync(CancellationToken cancellationToken)
    {
        await foreach (var query in api.QueryAsync([("meta", "siteinfo"), ("siprop", "general")], cancellationToken))
            return WikiSite.Of(query.Part("general"), api.Address);

        throw new InvalidOperationException("A query has at least one answer");
    }

    /// <summary>The edits of the whole wiki since the last read.</summary>
    public async Task<IReadOnlyList<WikiChange>> RecentAsync(CancellationToken cancellationToken)
    {
        var changes = new List<WikiChange>();
        await foreach (var query in api.QueryAsync(Recent(), cancellationToken))
            changes.AddRange(query.List("recentchanges").Select(WikiChange.OfRecent).OfType<WikiChange>());

        return changes;
    }

    /// <summary>The edits of one page since the last read: its history forgets nothing.</summary>
    public async Task<IReadOnlyList<WikiChange>> HistoryAsync(string title, CancellationToken cancellationToken)
    {
        var changes = new List<WikiChange>();
        (string, string)[] question =
        [
            ("prop", "revisions"), ("titles", title), ("redirects", "1"), ("rvlimit", "50"), ("rvend", Since()),
            ("rvprop", "ids|timestamp|user|comment|flags"),
        ];
        await foreach (var query in api.QueryAsync(question, cancellationToken))
        {
            foreach (var page in Members(query.Part("pages")))
                changes.AddRange(Revisions(page, title));
        }

        return changes;
    }

    /// <summary>The pages of a category.</summary>
    public async Task<IReadOnlySet<string>> MembersAsync(string category, CancellationToken cancellationToken)
    {
        var titles = new HashSet<string>(StringComparer.Ordinal);
        (string, string)[] question =
            [("list", "categorymembers"), ("cmtitle", category), ("cmlimit", "500"), ("cmprop", "title")];
        await foreach (var query in api.QueryAsync(question, cancellationToken))
            titles.UnionWith(query.List("categorymembers").Select(row => PlainLine.Of(row.Text("title") ?? "")));

        if (titles.Count == 0)
            _warnings.Add($"category '{category}' has no pages; check its name in newsletter.yml");
        return titles;
    }

    private List<(string, string)> Recent()
    {
        var shown = new List<string>();
        if (!Settings.Flag(MediaWikiSourceReader.Bots, otherwise: false))
            shown.Add("!bot");
        if (!Settings.Flag(MediaWikiSourceReader.Minor, otherwise: false))
            shown.Add("!minor");

        var namespaces = Settings.Texts(MediaWikiSourceReader.Namespaces);
        var question = new List<(string, string)>
        {
            ("list", "recentchanges"), ("rcend", Since()), ("rclimit", "500"), ("rctype", "edit|new"),
            ("rcprop", "title|timestamp|ids|comment|user|flags"),
            ("rcnamespace", namespaces.Count > 0 ? string.Join('|', namespaces) : "0"),
        };
        if (shown.Count > 0)
            question.Add(("rcshow", string.Join('|', shown)));

        return question;
    }

    private string Since() =>
        request.Since.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private IEnumerable<WikiChange> Revisions(JsonElement page, string asked)
    {
        if (page.IsSet("missing") || page.IsSet("invalid"))
            _warnings.Add($"the wiki has no page '{asked}'; check pages in newsletter.yml");

        var withMinor = Settings.Flag(MediaWikiSourceReader.Minor, otherwise: false);
        return page.List("revisions")
            .Where(row => withMinor || !row.IsSet("minor"))
            .Select(row => WikiChange.OfRevision(row, page.Text("title") ?? asked, page.Number("pageid") ?? 0))
            .OfType<WikiChange>();
    }

    /// <summary>Pages are a map by id in the first form of the API, a list in the second.</summary>
    private static IEnumerable<JsonElement> Members(JsonElement pages) => pages.ValueKind == JsonValueKind.Object
        ? pages.EnumerateObject().Select(page => page.Value)
        : pages.Entries();
}
