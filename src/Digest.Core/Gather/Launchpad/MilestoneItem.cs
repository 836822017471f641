using Digest.Model;

namespace Digest.Gather.Launchpad;

/// <summary>Turns news of a milestone into an item. Does no I/O.</summary>
internal sealed class MilestoneItem(SourceDefinition source, DateTimeOffset now)
{
    public GatheredItem Of(string target, MilestoneNews news)
    {
        var milestone = news.Milestone;
        var project = milestone.Project ?? target.Split('/')[0];
        return new GatheredItem
        {
            ExternalId = ExternalId(project, news),
            Title = milestone.Title,
            Url = milestone.Page
                ?? $"https://launchpad.net/{project}/+milestone/{Uri.EscapeDataString(milestone.Name)}",
            Body = PlainText.ToMarkdown(Text(news)),
            Author = milestone.Owner,
            Language = LanguageTag.FirstOf(source.Language),
            Tags = ItemTags.Union([project], source.Tags),
            Published = milestone.IsReleased ? milestone.Released : null,
            Kind = ItemKind.Release,
            Objects = [ObjectKey.Release(project, milestone.Name)],
            Signals = new ItemSignals { Milestone = milestone.Name, Change = news.Change },
        };
    }

    /// <summary>Of a milestone that says nothing of itself, its day is the news.</summary>
    private static string Text(MilestoneNews news) =>
        news.Kind == MilestoneSettings.Planned && string.IsNullOrWhiteSpace(news.Milestone.Text)
            ? news.Change ?? ""
            : news.Milestone.Text;

    // Released and planned is a milestone once; its day can move to and fro.
    private string ExternalId(string project, MilestoneNews news)
    {
        var key = $"{project}/{news.Milestone.Name}@{news.Kind}";
        return news.Kind == MilestoneSettings.Moved ? $"{key}/{LaunchpadServer.Time(now)}" : key;
    }
}
