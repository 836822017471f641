using System.Globalization;
using System.Numerics;
using Digest.Compose.Stories;
using Digest.Model;

namespace Digest.Compose.Ranking;

/// <summary>
/// Weighs a story by what its sources say of it. Signs that double count for one step more, so that a thread of two
/// hundred mails does not bury everything else; what a source does not say counts for nothing.
/// </summary>
internal sealed class Ranker(RankingWeights weights, DateTimeOffset now)
{
    private const int MostSteps = 6;
    private const int DaysOfAStep = 2;
    private const int LongestWord = 40;

    public Rank Of(Story story)
    {
        var signs = Signs(story).Where(sign => sign.Points > 0).ToList();
        return new Rank(signs.Sum(sign => sign.Points), [.. signs.Select(sign => sign.Words)]);
    }

    /// <summary>The best first; of equal ones the newest, then the one seen first.</summary>
    public static IOrderedEnumerable<T> Order<T>(
        IEnumerable<T> stories, Func<T, (Rank Rank, Story Story)> of) => stories
        .OrderByDescending(one => of(one).Rank.Score)
        .ThenByDescending(one => of(one).Story.Lead.Content.Published ?? of(one).Story.Lead.FirstSeen)
        .ThenBy(one => of(one).Story.Lead.FirstSeen)
        .ThenBy(one => of(one).Story.Lead.Id, StringComparer.Ordinal);

    private IEnumerable<(int Points, string Words)> Signs(Story story)
    {
        var signals = story.Items.Select(item => item.Content.Signals).ToList();
        var sources = Voices.CountOf(story);
        yield return (weights.Sources * Math.Min(sources - 1, MostSteps), $"{sources} sources");

        // Sources count the same people and answers: the largest number is told, not the sum.
        var participants = signals.Max(signal => signal.Participants) ?? 0;
        yield return (weights.Participants * Steps(participants - 1), Counted(participants, "participants"));
        var replies = signals.Max(signal => signal.Replies) ?? 0;
        yield return (weights.Replies * Steps(replies), Counted(replies, replies == 1 ? "reply" : "replies"));
        yield return Release(story, signals);
        yield return Importance(signals);
        var change = signals.Select(signal => signal.Change).FirstOrDefault(one => !string.IsNullOrWhiteSpace(one));
        yield return (change is null ? 0 : weights.Change, Short(change));
        yield return Freshness(story);
    }

    private (int Points, string Words) Release(Story story, List<ItemSignals> signals)
    {
        var milestone = signals.Select(one => one.Milestone).FirstOrDefault(one => !string.IsNullOrWhiteSpace(one));
        if (milestone is not null)
            return (weights.Release, $"milestone {Short(milestone)}");

        return (story.Items.Any(item => item.Content.Kind == ItemKind.Release) ? weights.Release : 0, "release");
    }

    private (int Points, string Words) Importance(List<ItemSignals> signals)
    {
        var words = signals.Select(signal => signal.Importance).Where(word => !string.IsNullOrWhiteSpace(word));
        var highest = words.MaxBy(ImportanceWord.StepsOf);
        return (weights.Importance * ImportanceWord.StepsOf(highest), $"importance {Short(highest)}");
    }

    private (int Points, string Words) Freshness(Story story)
    {
        var newest = story.Items.Max(item => item.Content.Published ?? item.FirstSeen);
        var days = Math.Max(0, (int)(now - newest).TotalDays);
        var words = days switch
        {
            0 => "new",
            1 => "1 day old",
            _ => Counted(days, "days old"),
        };
        return (weights.Freshness * Math.Max(0, MostSteps - (days / DaysOfAStep)), words);
    }

    /// <summary>1, 2 to 3, 4 to 7 …: a step for each doubling.</summary>
    private static int Steps(int count) => count <= 0 ? 0 : Math.Min(BitOperations.Log2((uint)count) + 1, MostSteps);

    private static string Counted(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}");

    private static string Short(string? word) => Excerpt.Of(word?.Trim() ?? "", LongestWord);
}
