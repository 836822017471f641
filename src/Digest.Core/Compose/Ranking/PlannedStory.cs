using Digest.Compose.Stories;

namespace Digest.Compose.Ranking;

/// <summary>A story with its section and its rank.</summary>
internal sealed record PlannedStory(Story Story, SectionRoute Route, Rank Rank)
{
    /// <summary>As the outcome of drafting tells it.</summary>
    public Candidate ToCandidate() => new(
        Story.Lead.Id, Story.Lead.Content.Title, string.Join(" › ", Route.Path), Rank.Words, Story.Lead.FirstSeen)
    {
        Url = Story.Lead.Content.Url,
        Items = Story.Also.Count + 1,
        Score = Rank.Score,
    };
}
