using Digest.Model;

namespace Digest.Newsletters;

/// <summary>Reads <c>ranking</c> and <c>lint</c>: what helps an editor.</summary>
internal sealed class EditingSettings(SettingsErrors errors)
{
    private const int HighestWeight = 100;

    private static readonly string[] Weights =
        ["sources", "participants", "replies", "freshness", "release", "importance", "change"];

    private static readonly string[] Policies = ["errors", "warnings", "ignore"];

    public RankingWeights Ranking(SettingsMap top)
    {
        var usual = RankingWeights.Default;
        return top.Map("ranking", Weights) is not { } map
            ? usual
            : new RankingWeights
            {
                Sources = Weight(map, "sources") ?? usual.Sources,
                Participants = Weight(map, "participants") ?? usual.Participants,
                Replies = Weight(map, "replies") ?? usual.Replies,
                Freshness = Weight(map, "freshness") ?? usual.Freshness,
                Release = Weight(map, "release") ?? usual.Release,
                Importance = Weight(map, "importance") ?? usual.Importance,
                Change = Weight(map, "change") ?? usual.Change,
            };
    }

    public LintPolicy Lint(SettingsMap top) => top.Map("lint", Policies) is not { } map
        ? LintPolicy.Default
        : new LintPolicy
        {
            Errors = Rules(map, "errors"),
            Warnings = Rules(map, "warnings"),
            Ignored = Rules(map, "ignore"),
        };

    private int? Weight(SettingsMap map, string name) => TextRules.Number(map.Text(name), 0, HighestWeight, errors);

    private IReadOnlyList<string> Rules(SettingsMap map, string name) =>
        [.. map.Texts(name).Select(rule => TextRules.Checked(rule, RuleFault, errors)).OfType<string>()];

    private static string? RuleFault(string rule) => LintRules.Ids.Contains(rule)
        ? null
        : $"'{rule}' is no rule{NearWord.Suggest(rule, LintRules.Ids)}; docs/editing.md has them all";
}
