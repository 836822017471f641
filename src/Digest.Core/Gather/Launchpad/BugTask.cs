using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Digest.Gather.Launchpad;

/// <summary>A bug in one of the projects it touches.</summary>
internal sealed partial record BugTask
{
    // When a bug came into a state stands in a field of that state; closed without a fix is one field for all.
    private static readonly Dictionary<string, string> DateFields = new(StringComparer.Ordinal)
    {
        ["Incomplete"] = "date_incomplete",
        ["Confirmed"] = "date_confirmed",
        ["Triaged"] = "date_triaged",
        ["In Progress"] = "date_in_progress",
        ["Fix Committed"] = "date_fix_committed",
        ["Fix Released"] = "date_fix_released",
        ["Invalid"] = "date_closed",
        ["Won't Fix"] = "date_closed",
        ["Opinion"] = "date_closed",
        ["Expired"] = "date_closed",
    };

    public required long Number { get; init; }

    /// <summary>What the bug is in, as Launchpad names it: <c>keel</c>, <c>keel (Harbour)</c>.</summary>
    public required string Target { get; init; }

    /// <summary>The path of the target, which tells a package from its distribution; null if it is not said.</summary>
    public string? TargetPath { get; init; }

    public required string Title { get; init; }

    public required string Status { get; init; }

    public required string Importance { get; init; }

    public DateTimeOffset? Created { get; init; }

    /// <summary>When it came into its state; null if the service does not say.</summary>
    public DateTimeOffset? Moved { get; init; }

    public string? Milestone { get; init; }

    public string? Owner { get; init; }

    public string? Page { get; init; }

    /// <summary>Where the bug itself is described.</summary>
    public Uri? Bug { get; init; }

    /// <returns>Null if it names no bug.</returns>
    public static BugTask? Of(JsonElement entry, LaunchpadServer server)
    {
        var page = entry.Page("web_link");
        var last = entry.LinkName("bug_link") ?? entry.LinkName("self_link") ?? page?.Split('/')[^1];
        if (NumberOf(last) is not { } number)
            return null;

        var path = server.PathOf(entry.Value("target_link"));
        var status = entry.Line("status") ?? "Unknown";
        return new BugTask
        {
            Number = number,
            Target = entry.Line("bug_target_name") ?? path ?? "",
            TargetPath = path,
            Title = TitleOf(entry.Line("title") ?? ""),
            Status = status,
            Importance = entry.Line("importance") ?? "Undecided",
            Created = entry.Time("date_created"),
            Moved = DateFields.TryGetValue(status, out var field) ? entry.Time(field) : null,
            Milestone = entry.LinkName("milestone_link"),
            Owner = entry.LinkName("owner_link"),
            Page = page,
            Bug = server.Inside(entry.Value("bug_link")),
        };
    }

    /// <summary>True if the task is in what was searched; tasks of other projects can leak into an answer.</summary>
    /// <param name="target">As the settings name it, in lower case.</param>
    public bool IsIn(string target) =>
        (TargetPath is null && Target.Length == 0)
        || IsBelow(TargetPath ?? "", target)
        || IsBelow(Target, target)
        || Target.EndsWith($" ({target})", StringComparison.OrdinalIgnoreCase);

    private static bool IsBelow(string path, string target) =>
        path.Equals(target, StringComparison.OrdinalIgnoreCase)
        || path.StartsWith(target + "/", StringComparison.OrdinalIgnoreCase);

    // A task's title is: Bug #12 in Keel: "The title of the bug".
    private static string TitleOf(string title) =>
        TaskTitle().Match(title) is { Success: true } match ? match.Groups["title"].Value : title;

    private static long? NumberOf(string? digits) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex("""\ABug #[0-9]+ in [^"]*: "(?<title>.+?)(?:"|…)\z""", RegexOptions.Singleline)]
    private static partial Regex TaskTitle();
}
