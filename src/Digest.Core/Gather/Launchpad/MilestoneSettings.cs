using Digest.Model;

namespace Digest.Gather.Launchpad;

/// <summary>What <c>newsletter.yml</c> says of a source of milestones and releases.</summary>
/// <param name="Projects">Whose milestones are read.</param>
/// <param name="Tell">The kinds of news that are told.</param>
internal sealed record MilestoneSettings(IReadOnlyList<string> Projects, IReadOnlyCollection<string> Tell)
{
    public const string Released = "released";
    public const string Planned = "planned";
    public const string Moved = "moved";

    private static readonly string[] Everything = [Released, Planned, Moved];

    public static IReadOnlyList<SourceSetting> Keys { get; } =
        [LaunchpadSettings.Project, LaunchpadSettings.Choice("tell", Released, Everything)];

    public static MilestoneSettings Of(SourceDefinition source)
    {
        var tell = source.Settings.Texts("tell")
            .Select(value => LaunchpadSettings.Known(value, Everything)).OfType<string>().ToList();
        return new MilestoneSettings(LaunchpadSettings.Projects(source), tell.Count > 0 ? tell : Everything);
    }
}
