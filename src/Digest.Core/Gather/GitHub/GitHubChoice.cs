using Digest.Model;

namespace Digest.Gather.GitHub;

/// <summary>What a source wants of its repositories.</summary>
internal sealed record GitHubChoice
{
    public static SourceSetting What { get; } = new("what", "[releases, pulls]") 
    {
        IsList = true,
        Check = SettingRules.OneOf("releases", "pulls", "issues"),
    };

    public static SourceSetting Labels { get; } = new("labels", "[highlight]") { IsList = true };

    public static SourceSetting Prereleases { get; } = new("prereleases", "true") { Check = SettingRules.Flag };

    public static SourceSetting Bots { get; } = new("bots", "true") { Check = SettingRules.Flag };

    public required bool WantsReleases { get; init; }

    public required bool WantsPulls { get; init; }

    public required bool WantsIssues { get; init; }

    /// <summary>Pulls and issues without one of these are left out; empty for all.</summary>
    public IReadOnlyList<string> AnyLabel { get; init; } = [];

    public bool WithPrereleases { get; init; }

    public bool WithBots { get; init; }

    public static GitHubChoice Of(SourceSettingValues settings)
    {
        var what = settings.Texts(What.Name);
        return new GitHubChoice
        {
            WantsReleases = what.Count == 0 || what.Contains("releases"),
            WantsPulls = what.Count == 0 || what.Contains("pulls"),
            WantsIssues = what.Contains("issues"),
            AnyLabel = settings.Texts(Labels.Name),
            WithPrereleases = settings.Flag(Prereleases.Name, otherwise: false),
            WithBots = settings.Flag(Bots.Name, otherwise: false),
        };
    }
}
