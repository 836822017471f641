using Digest.Compose.Ranking;
using Digest.Compose.Stories;
using Digest.Model;

namespace Digest.Compose;

/// <summary>Puts stories into sections and in order.</summary>
/// <param name="now">The moment of the run, which their age is counted from.</param>
internal sealed class DraftPlan(Newsletter newsletter, DateTimeOffset now)
{
    private readonly SectionRouter _router = new(newsletter, DraftWords.For(newsletter.Language));
    private readonly Ranker _ranker = new(newsletter.Ranking, now);

    /// <summary>Every story with its section and its rank, the best first.</summary>
    public IReadOnlyList<PlannedStory> Order(IReadOnlyList<Story> stories) =>
    [
        .. Ranker.Order(
            stories.Select(story => new PlannedStory(story, _router.Route(story.Lead), _ranker.Of(story))),
            planned => (planned.Rank, planned.Story)),
    ];

    /// <summary>The text with the stories added to their sections in the order given.</summary>
    public string Add(string text, IReadOnlyList<PlannedStory> stories) =>
        DraftAppender.Add(text, _router.Outline, [.. stories.Select(story => DraftEntry.Of(story, newsletter))]);
}
