using Digest.Model;

namespace Digest.Gather.Launchpad;

/// <summary>What <c>newsletter.yml</c> says of a source of blueprints.</summary>
/// <param name="Projects">Whose blueprints are read.</param>
/// <param name="IsAll">True if obsolete and superseded ones are read as well.</param>
/// <param name="Tell">The kinds of news that are told.</param>
internal sealed record BlueprintSettings(
    IReadOnlyList<string> Projects, bool IsAll, IReadOnlyCollection<string> Tell)
{
    public const string New = "new";
    public const string Definition = "definition";
    public const string Implementation = "implementation";
    public const string Milestone = "milestone";
    public const string Priority = "priority";
    public const string Renamed = "renamed";
    public const string Removed = "removed";

    private static readonly string[] Everything =
        [New, Definition, Implementation, Milestone, Priority, Renamed, Removed];

    public static IReadOnlyList<SourceSetting> Keys { get; } =
    [
        LaunchpadSettings.Project,
        LaunchpadSettings.Flag("obsolete"),
        LaunchpadSettings.Choice("tell", Implementation, Everything),
    ];

    /// <summary>The collection that is read.</summary>
    public string Collection => IsAll ? "/all_specifications?ws.size=150" : "/valid_specifications?ws.size=150";

    public static BlueprintSettings Of(SourceDefinition source)
    {
        var tell = source.Settings.Texts("tell")
            .Select(value => LaunchpadSettings.Known(value, Everything)).OfType<string>().ToList();
        return new BlueprintSettings(
            LaunchpadSettings.Projects(source),
            source.Settings.Flag("obsolete", false),
            tell.Count > 0 ? tell : Everything);
    }
}
