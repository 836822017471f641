namespace Digest.Compose.Stories.Grouping;

/// <summary>Joins nodes to stories, unless something stands against it.</summary>
internal sealed class Unions
{
    private readonly HashSet<(string, string)> _apart = [];

    public Unions(IEnumerable<StoryVerdict> verdicts)
    {
        foreach (var verdict in verdicts.Where(verdict => !verdict.IsOne))
        {
            _apart.Add((verdict.One, verdict.Other));
            _apart.Add((verdict.Other, verdict.One));
        }
    }

    /// <summary>False if the two must stay apart; true also where they are one already.</summary>
    public bool Join(Node one, Node other, string reason)
    {
        var (first, second) = (one.Root, other.Root);
        if (first == second)
            return true;
        if (second.Order < first.Order)
            (first, second) = (second, first);
        if (!MayJoin(first, second))
            return false;

        first.Take(second, reason);
        return true;
    }

    private bool MayJoin(Node first, Node second)
    {
        // Both stand in the draft, and what stands there is the editor's.
        if (first.StoryId is { } one && second.StoryId is { } other && one != other)
            return false;
        if (first.IsJudged && second.IsJudged && AreApart(first, second))
            return false;
        if (!IsNextState(first, second))
            return true;

        second.StandsAlone |= first.StoryId is not null;
        return false;
    }

    private bool AreApart(Node first, Node second) => first.All.Any(
        one => second.All.Any(other => _apart.Contains((one.Item.Id, other.Item.Id))));

    // One source that tells two states of a thing tells two news of it; joined, the later one would not be seen.
    private static bool IsNextState(Node first, Node second) =>
        second.All.Any(other => other.Item.Content.Signals.Change is { } change
            && first.All.Any(one => one.Item.SourceId == other.Item.SourceId
                && one.Item.Content.Signals.Change is { } earlier && earlier != change));
}
