using Digest.Model;

namespace Digest.Gather.Gerrit;

/// <summary>What <c>newsletter.yml</c> says of a review server.</summary>
/// <param name="Projects">Full names, or beginnings of names that end in <c>*</c>; empty for all.</param>
/// <param name="Branches">Empty for all.</param>
/// <param name="Queries">Further search terms: a change that one of them finds is told; empty for none.</param>
/// <param name="Statuses">The states that are told: <c>merged</c>, <c>open</c>, <c>abandoned</c>.</param>
/// <param name="Tracker">The host of the bug tracker that footers with bare numbers mean.</param>
internal sealed record GerritSettings(
    IReadOnlyList<string> Projects,
    IReadOnlyList<string> Branches,
    IReadOnlyList<string> Queries,
    IReadOnlyList<string> Statuses,
    string Tracker)
{
    public const string Merged = "merged";
    public const string Open = "open";
    public const string Abandoned = "abandoned";
    private const string DefaultTracker = "bugs.launchpad.net";

    private static readonly string[] KnownStatuses = [Merged, Open, Abandoned];

    public static IReadOnlyList<SourceSetting> Keys { get; } =
    [
        new("projects", "driftwood/keel") { IsList = true, Check = NameFault },
        new("branch", "master") { IsList = true, Check = NameFault },
        new("query", "topic:cells") { IsList = true, Check = QueryFault },
        new("status", Merged) { IsList = true, Check = StatusFault },
        new("bug_tracker", DefaultTracker) { Check = HostFault },
        SourceSecrets.TokenSetting with { Example = "GERRIT_LOGIN" },
    ];

    public static GerritSettings Of(SourceDefinition source)
    {
        var statuses = source.Settings.Texts("status").Distinct(StringComparer.Ordinal).ToList();
        return new GerritSettings(
            source.Settings.Texts("projects"),
            source.Settings.Texts("branch"),
            source.Settings.Texts("query"),
            statuses.Count > 0 ? statuses : [Merged],
            source.Settings.Text("bug_tracker") ?? DefaultTracker);
    }

    // A search has its own signs; a name with one of them would end its term and begin another.
    private static string? NameFault(string name) =>
        name.Length == 0 || name.StartsWith('-') || name.Any(c => char.IsControl(c) || "\"\\{}() ".Contains(c))
            ? $"'{name}' is no name of a project or branch; write for example driftwood/keel"
            : null;

    private static string? QueryFault(string query) =>
        query.Count(c => c == '"') % 2 == 0 && query.Count(c => c == '(') == query.Count(c => c == ')')
            ? null
            : $"'{query}' has a quote or a bracket without its other half; write for example topic:cells";

    private static string? StatusFault(string status) => KnownStatuses.Contains(status)
        ? null
        : $"'{status}' is no state of a change; known are {string.Join(", ", KnownStatuses)}";

    private static string? HostFault(string host) => Uri.CheckHostName(host) == UriHostNameType.Dns
        ? null
        : $"'{host}' is no host; write for example {DefaultTracker}";
}
