using Digest.Model;

namespace Digest.Lint.Rules;

/// <summary>What the issue, or an earlier one, tells already.</summary>
internal static class DuplicateRules
{
    // Shorter texts are labels: 发布 stands in every issue.
    private const int ShortestText = 12;

    public static IReadOnlyList<LintRule> All { get; } =
    [
        new("duplicate-item", LintSeverity.Error, Item),
        new("duplicate-link", LintSeverity.Warning, Link),
        new("duplicate-text", LintSeverity.Warning, Text),
        new("repeat", LintSeverity.Info, Repeat),
    ];

    private static IEnumerable<LintFault> Item(LintSubject subject) => Doubles(
        subject.Reading.Entries.Where(entry => entry.Item.ItemId is not null),
        entry => entry.Item.ItemId!,
        (entry, first) => new LintFault(
            entry.Line, $"item {entry.Item.ItemId} stands on line {first.Line} too", "keep one of the two"));

    private static IEnumerable<LintFault> Link(LintSubject subject)
    {
        var links = from link in subject.Reading.Links
                    let key = subject.Addresses.Key(link.Url)
                    let entry = subject.Reading.EntryAt(link.Line)
                    where key is not null && entry is not null && !link.IsImage
                    select (link, key, entry);
        var byKey = links.GroupBy(found => found.key, StringComparer.Ordinal);
        foreach (var group in byKey)
        {
            var first = group.First();
            foreach (var (link, _, entry) in group.DistinctBy(found => found.entry.Line).Skip(1))
            {
                yield return new LintFault(
                    link.Line,
                    $"'{Quote.Of(link.Url)}' is linked by the item on line {first.entry.TextLine} too",
                    "join the two items if they tell one story");
            }
        }
    }

    private static IEnumerable<LintFault> Text(LintSubject subject) => Doubles(
        subject.Reading.Entries.Where(entry => entry.Words.Length >= ShortestText),
        entry => string.Concat(entry.Words.Where(char.IsLetterOrDigit)).ToLowerInvariant(),
        (entry, first) => new LintFault(
            entry.TextLine, $"'{Quote.Of(entry.Words)}' stands on line {first.TextLine} too", "keep one of the two"));

    private static IEnumerable<LintFault> Repeat(LintSubject subject) =>
        from link in subject.Reading.Links
        let key = subject.Addresses.Key(link.Url)
        where key is not null && subject.Told.ContainsKey(key)
        select new LintFault(
            link.Line,
            $"'{Quote.Of(link.Url)}' was linked in {Quote.Of(subject.Told[key])}",
            "say that it goes on, or check that it is not a copy of the wrong address");

    private static IEnumerable<LintFault> Doubles(
        IEnumerable<LintEntry> entries, Func<LintEntry, string> key, Func<LintEntry, LintEntry, LintFault> fault) =>
        from same in entries.GroupBy(key, StringComparer.Ordinal)
        from entry in same.Skip(1)
        select fault(entry, same.First());
}
