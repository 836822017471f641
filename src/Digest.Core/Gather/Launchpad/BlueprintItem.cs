using Digest.Model;

namespace Digest.Gather.Launchpad;

/// <summary>Turns news of a blueprint into an item. Does no I/O.</summary>
internal sealed class BlueprintItem(SourceDefinition source, DateTimeOffset now)
{
    /// <param name="blueprint">As it is now; of a removed one its name and what was remembered.</param>
    /// <param name="news">One or more.</param>
    public GatheredItem Of(Blueprint blueprint, IReadOnlyList<BlueprintNews> news)
    {
        var (project, name) = (blueprint.Project, blueprint.Name);
        var words = string.Join("; ", news.Select(one => one.Words).OfType<string>());
        return new GatheredItem
        {
            ExternalId = ExternalId(blueprint.Key, news),
            Title = blueprint.Title,
            Url = blueprint.Page ?? $"https://blueprints.launchpad.net/{project}/+spec/{Uri.EscapeDataString(name)}",
            Body = PlainText.ToMarkdown(blueprint.Summary),
            Author = blueprint.Owner,
            Language = LanguageTag.FirstOf(source.Language),
            Tags = ItemTags.Union([project], source.Tags),
            Published = Moment(blueprint, news),
            Kind = ItemKind.Blueprint,
            Objects = [ObjectKey.Blueprint(project, name)],
            Signals = new ItemSignals
            {
                Milestone = NullIfEmpty(blueprint.State.Milestone),
                Importance = blueprint.State.Priority is "Undefined" ? null : NullIfEmpty(blueprint.State.Priority),
                Change = NullIfEmpty(words),
            },
        };
    }

    // A state that a blueprint comes into again is told again, so a change carries its moment. What the dates alone
    // told is the same whenever it is read.
    private string ExternalId(string key, IReadOnlyList<BlueprintNews> news)
    {
        var state = string.Join('+', news.Select(one => one.State.ToLowerInvariant().Replace(' ', '-')));
        var isCompared = news.Any(one => one.Words?.Contains('→') == true || one.Kind == BlueprintSettings.Removed);
        return isCompared ? $"{key}@{state}/{LaunchpadServer.Time(now)}" : $"{key}@{state}";
    }

    // The source's date of what is told, where it has one. Items of the future would be held back, and a connector
    // that remembers having told them does not offer them again.
    private DateTimeOffset? Moment(Blueprint blueprint, IReadOnlyList<BlueprintNews> news)
    {
        var moment = news[0].Kind switch
        {
            BlueprintSettings.New => blueprint.Created,
            BlueprintSettings.Implementation => blueprint.Completed ?? blueprint.Started,
            _ => null,
        };
        return moment > now ? now : moment;
    }

    private static string? NullIfEmpty(string text) => text.Length > 0 ? text : null;
}
