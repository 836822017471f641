using Digest.Compose.Stories.Objects;
using Digest.Compose.Stories.Titles;
using Digest.Model;

namespace Digest.Compose.Stories.Memory;

/// <summary>
/// Finds what earlier issues told of a story: by what it is, by what it mentions, and by alike titles. Nothing is
/// dropped because of it; an editor is told, with the reason.
/// </summary>
internal sealed class CoverageFinder
{
    private const int MostIssues = 5;

    // What so many tellings link is the community's front door and tells nothing.
    private const int MostTellings = 12;
    private const int MostOfWord = 200;
    private const float AlikeTitles = 0.75f;
    private const float AlikeSeries = 0.8f;

    private readonly Dictionary<string, List<ToldText>> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, List<ToldText>> _byWord = [];
    private readonly Dictionary<IssueRef, int> _ages = [];

    /// <param name="tellings">The newest issue first.</param>
    public CoverageFinder(IReadOnlyList<Telling> tellings)
    {
        foreach (var told in tellings.Select(telling => new ToldText(telling)))
        {
            _ages.TryAdd(told.Telling.Issue, _ages.Count);
            foreach (var key in told.Telling.Keys)
                Add(_byKey, key, told);
            foreach (var unit in told.Text.Title.Bag.Where(unit => unit.Weight > Weights.Common))
                Add(_byWord, unit.Hash, told);
        }
    }

    /// <summary>One for each issue that told of it, the newest first.</summary>
    public IReadOnlyList<Coverage> Find(Story story) =>
    [
        .. ByThing(story).Concat(ByWords(story)).Concat(ByMention(story))
            .GroupBy(coverage => coverage.Issue)
            .Select(issue => issue.OrderBy(coverage => Rank(coverage.Kind)).First())
            .OrderBy(coverage => _ages[coverage.Issue])
            .Take(MostIssues),
    ];

    // Of several tellings in one issue the one that says most of the story counts.
    private static int Rank(CoverageKind kind) => kind switch
    {
        CoverageKind.FollowUp => 0,
        CoverageKind.Repeat => 1,
        _ => 2,
    };

    private IEnumerable<Coverage> ByThing(Story story)
    {
        var keys = story.Items.SelectMany(item => ItemKeys.Of(item.Content).Subjects).Distinct(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            foreach (var told in Tellings(key))
            {
                var (kind, reason) = CoverageJudge.OfThing(story, key, told);
                yield return New(told, kind, reason);
            }
        }
    }

    private IEnumerable<Coverage> ByMention(Story story)
    {
        var keys = story.Items.Select(item => ItemKeys.Of(item.Content)).ToList();
        var own = keys.SelectMany(one => one.Subjects).ToHashSet(StringComparer.Ordinal);
        return keys.SelectMany(one => one.Mentions.Concat(one.Pages))
            .Where(key => !own.Contains(key))
            .Distinct(StringComparer.Ordinal)
            .SelectMany(key => Tellings(key)
                .Select(told => OfMention(story, key, told)));
    }

    // What is about one thing alone tells what became of it; a roundup only mentions it.
    private static Coverage OfMention(Story story, string key, ToldText told) =>
        CoverageJudge.TellsOn(story, key)
            ? New(told, CoverageKind.FollowUp, $"tells on of {ObjectNames.Of(key)}")
            : New(told, CoverageKind.Reference, $"mentions {ObjectNames.Of(key)}");

    private IEnumerable<Coverage> ByWords(Story story)
    {
        var text = StoryText.Of(story.Lead.Content);
        if (text.Title.IsBare)
            yield break;

        foreach (var told in Candidates(text.Title))
        {
            var likeness = TitleComparer.Compare(text.Title, told.Text.Title);
            if (likeness.Veto is null && likeness.Score >= AlikeTitles)
                yield return New(told, CoverageKind.Repeat, $"titles {likeness.Percent} % alike");
            else if (IsNextPart(text.Title, told.Text.Title))
                yield return New(told, CoverageKind.FollowUp, $"another part of a series: {told.Telling.Title}");
        }
    }

    private IEnumerable<ToldText> Candidates(Title title) => title.Bag
        .Where(unit => unit.Weight > Weights.Common)
        .SelectMany(unit => _byWord.GetValueOrDefault(unit.Hash) is { Count: <= MostOfWord } told ? told : [])
        .GroupBy(told => told)
        .Where(told => told.Count() >= 2)
        .Select(told => told.Key);

    private static bool IsNextPart(Title one, Title other) =>
        one.Parts.Count > 0 && other.Parts.Count > 0 && SeriesMark.Differ(one.Parts, other.Parts)
        && TitleComparer.Compare(one with { Parts = [] }, other with { Parts = [] }) is { Veto: null } likeness
        && likeness.Score >= AlikeSeries;

    private List<ToldText> Tellings(string key) =>
        _byKey.GetValueOrDefault(key) is { Count: <= MostTellings } told ? told : [];

    private static Coverage New(ToldText told, CoverageKind kind, string reason) =>
        new(told.Telling.Issue, IssueName.Of(told.Telling.IssueTitle), kind, reason);

    private static void Add<TKey>(Dictionary<TKey, List<ToldText>> index, TKey key, ToldText told) where TKey : notnull
    {
        if (!index.TryGetValue(key, out var list))
            index[key] = list = [];

        list.Add(told);
    }
}
