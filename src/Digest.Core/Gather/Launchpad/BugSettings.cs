using System.Globalization;
using Digest.Model;

namespace Digest.Gather.Launchpad;

/// <summary>What <c>newsletter.yml</c> says of a source of bugs.</summary>
/// <param name="Projects">What bugs are searched in.</param>
/// <param name="Statuses">The states that are told.</param>
/// <param name="Floor">The least importance that is told; null for any.</param>
/// <param name="TellsChanges">False if only new bugs are told.</param>
/// <param name="HasDuplicates">True if bugs that repeat another are told as well.</param>
/// <param name="Details">For how many bugs of one read the description and the tags are asked for.</param>
internal sealed record BugSettings(
    IReadOnlyList<string> Projects,
    IReadOnlyList<string> Statuses,
    string? Floor,
    bool TellsChanges,
    bool HasDuplicates,
    int Details)
{
    private const int UsualDetails = 100;
    private const int MostDetails = 300;

    // Without a list the service leaves out the closed ones. Newer states are known, but old servers refuse them.
    private static readonly string[] Usual =
    [
        "New", "Incomplete", "Opinion", "Invalid", "Won't Fix", "Expired", "Confirmed", "Triaged", "In Progress",
        "Fix Committed", "Fix Released", "Incomplete (with response)", "Incomplete (without response)",
    ];

    private static readonly string[] Known = [.. Usual, "Deferred", "Does Not Exist"];

    // From the heaviest. Undecided says nothing, so it is below all.
    private static readonly string[] Importances = ["Critical", "High", "Medium", "Low", "Wishlist"];

    public static IReadOnlyList<SourceSetting> Keys { get; } =
    [
        LaunchpadSettings.Project,
        LaunchpadSettings.Choice("statuses", "Fix Released", Known),
        new("importance", "High") { Check = value => LaunchpadSettings.ChoiceFault(value, Importances) },
        LaunchpadSettings.Flag("changes"),
        LaunchpadSettings.Flag("duplicates"),
        new("details", "100") { Check = DetailsFault },
    ];

    public static BugSettings Of(SourceDefinition source)
    {
        var settings = source.Settings;
        var statuses = settings.Texts("statuses")
            .Select(status => LaunchpadSettings.Known(status, Known)).OfType<string>().Distinct().ToList();
        return new BugSettings(
            LaunchpadSettings.Projects(source),
            statuses.Count > 0 ? statuses : Usual,
            settings.Text("importance") is { } floor ? LaunchpadSettings.Known(floor, Importances) : null,
            settings.Flag("changes", true),
            settings.Flag("duplicates", false),
            settings.Number("details") ?? UsualDetails);
    }

    /// <summary>True if a bug is heavy enough to be told.</summary>
    public bool IsHeavyEnough(string importance) =>
        Floor is null
        || (Array.IndexOf(Importances, importance) is >= 0 and var place && place <= Array.IndexOf(Importances, Floor));

    /// <summary>The search in one project.</summary>
    public string Search(DateTimeOffset since) =>
        "?ws.op=searchTasks&ws.size=75&order_by=date_last_updated&omit_duplicates=" + (HasDuplicates ? "false" : "true")
        + $"&{(TellsChanges ? "modified_since" : "created_since")}={Uri.EscapeDataString(LaunchpadServer.Time(since))}"
        + string.Concat(Statuses.Select(status => $"&status={Uri.EscapeDataString(status)}"));

    private static string? DetailsFault(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= MostDetails
            ? null
            : FormattableString.Invariant($"'{value}' is no number from 0 to {MostDetails}");
}
