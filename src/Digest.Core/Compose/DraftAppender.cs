using System.Text;
using Digest.Markup;
using Digest.Model;

namespace Digest.Compose;

/// <summary>
/// Adds items to a draft's text. Text is only ever put in between: every character that was there is there afterwards,
/// in the same order, whatever an editor made of the file.
/// </summary>
internal static class DraftAppender
{
    private const int TopLevel = 2;
    private const int DeepestLevel = 6;

    /// <param name="sections">The order in which sections that are missing are made.</param>
    /// <param name="entries">In the order in which they are to stand inside their sections.</param>
    public static string Add(
        string text, IReadOnlyList<SectionDefinition> sections, IReadOnlyList<DraftEntry> entries)
    {
        foreach (var section in entries.GroupBy(entry => string.Join('\n', entry.Section)))
        {
            var blocks = section.Select(entry => entry.Text).ToList();
            text = AddTo(text, sections, section.First().Section, blocks);
        }

        return text;
    }

    private static string AddTo(
        string text, IReadOnlyList<SectionDefinition> siblings, IReadOnlyList<string> path, List<string> blocks)
    {
        var place = DraftOutline.Of(IssueMarkdown.Parse(text));
        for (var depth = 0; depth < path.Count; depth++)
        {
            var next = place.Sections.FirstOrDefault(section => section.Title == Words(path[depth]));
            if (next is null)
            {
                var position = PlaceOfNew(place, siblings, path[depth]);
                return Insert(text, position, [.. Headings(place, path.Skip(depth)), .. blocks]);
            }

            place = next;
            siblings = siblings.FirstOrDefault(sibling => sibling.Title == path[depth])?.Sections ?? [];
        }

        return Insert(text, place.ItemsEnd, blocks);
    }

    private static string Words(string title) => MarkdownRenderer.ToWords(MarkdownText.Inside(title));

    /// <summary>Behind the nearest section before it, else before the nearest after it, else at the end.</summary>
    private static int PlaceOfNew(DraftOutline parent, IReadOnlyList<SectionDefinition> siblings, string title)
    {
        var titles = siblings.Select(sibling => sibling.Title).ToList();
        var order = titles.IndexOf(title);
        var before = titles.Take(order).Reverse().Select(Existing).FirstOrDefault(section => section is not null);
        if (before is not null)
            return before.End;

        var after = titles.Skip(order + 1).Select(Existing).FirstOrDefault(section => section is not null);
        return after?.Start ?? parent.End;

        DraftOutline? Existing(string sibling) =>
            parent.Sections.FirstOrDefault(section => section.Title == Words(sibling));
    }

    private static IEnumerable<string> Headings(DraftOutline parent, IEnumerable<string> titles)
    {
        var level = parent.Sections.Count > 0 ? parent.Sections[0].Level : Math.Max(TopLevel, parent.Level + 1);
        foreach (var title in titles)
        {
            yield return $"{new string('#', Math.Min(level, DeepestLevel))} {MarkdownText.Inside(title)}";
            level++;
        }
    }

    private static string Insert(string text, int position, IReadOnlyList<string> blocks)
    {
        var newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var before = text[..position];
        var after = text[position..];
        var inserted = new StringBuilder();
        inserted.Append(string.Concat(Enumerable.Repeat(newLine, MissingLineEnds(before))));
        inserted.Append(string.Join("\n\n", blocks).Replace("\n", newLine, StringComparison.Ordinal));
        inserted.Append(newLine);
        if (after.Length > 0 && after[0] is not ('\r' or '\n'))
            inserted.Append(newLine);

        return before + inserted + after;
    }

    /// <summary>How many line ends a text needs before something can stand behind it after a blank line.</summary>
    private static int MissingLineEnds(string before)
    {
        if (string.IsNullOrWhiteSpace(before))
            return 0;

        var lines = before.ReplaceLineEndings("\n").Split('\n');
        if (!string.IsNullOrWhiteSpace(lines[^1]))
            return 2;

        return lines[^1].Length > 0 || !string.IsNullOrWhiteSpace(lines[^2]) ? 1 : 0;
    }
}
