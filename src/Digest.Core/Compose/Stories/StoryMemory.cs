using Digest.Compose.Stories.Grouping;
using Digest.Compose.Stories.Memory;
using Digest.Model;

namespace Digest.Compose.Stories;

/// <summary>
/// Groups what was gathered into stories, beside the stories that the open draft has already and what past issues told.
/// </summary>
public sealed class StoryMemory(IStoryStore stories, ITellingStore tellings)
{
    // Five hundred issues of forty things; a ten-year-old telling is no news to compare with.
    private const int MostTellings = 20_000;

    /// <param name="issue">The draft that the items go into, whether or not the ledger has it yet.</param>
    internal async Task<StoryGrouping> GroupAsync(
        Newsletter newsletter, IssueRef issue, IReadOnlyList<Item> items, CancellationToken cancellationToken)
    {
        var ledger = await stories.ReadAsync(issue, cancellationToken);
        var grouping = StoryGrouper.Group(items, newsletter.Sources, ledger);
        if (grouping.Fresh.Count == 0)
            return grouping;

        await RememberAsync(newsletter.Slug, cancellationToken);
        var finder = new CoverageFinder(
            await tellings.ListAsync(newsletter.Slug, MostTellings, cancellationToken));
        return grouping with
        {
            Fresh = [.. grouping.Fresh.Select(story => story with { Covered = finder.Find(story) })],
        };
    }

    /// <summary>Keeps which items are one story, with the reasons.</summary>
    internal Task SaveAsync(string newsletter, StoryGrouping grouping, CancellationToken cancellationToken) =>
        stories.PlaceAsync(
            newsletter, [.. grouping.Fresh.SelectMany(Places), .. grouping.Joined], cancellationToken);

    private static IEnumerable<StoryPlace> Places(Story story) => story.Also
        .Select(member => new StoryPlace(member.Item.Id, story.Lead.Id, member.Reason, []))
        .Prepend(new StoryPlace(story.Lead.Id, story.Lead.Id, "", story.Covered));

    // Issue by issue: the content of five hundred would not fit into memory at once. Each is read once ever.
    private async Task RememberAsync(string newsletter, CancellationToken cancellationToken)
    {
        while (await tellings.FindUntoldAsync(newsletter, cancellationToken) is { } untold)
            await tellings.SaveAsync(untold.Content.Issue.Ref, TellingReader.Of(untold), cancellationToken);
    }
}
