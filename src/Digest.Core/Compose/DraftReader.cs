using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using Digest.Markup;
using Digest.Model;

namespace Digest.Compose;

/// <summary>Reads a draft as its editor left it: title and days come from the front matter if it has them.</summary>
public sealed partial class DraftReader
{
    private const int LongestTitle = 300;

    /// <param name="issue">The draft as the ledger has it.</param>
    /// <exception cref="DigestException">The file is missing or wrong; the message has every fault.</exception>
    [SuppressMessage("Performance", "CA1822", Justification = "A stage's entry is injected, like every other one.")]
    public async Task<DraftReading> ReadAsync(Newsletter newsletter, Issue issue, CancellationToken cancellationToken)
    {
        var path = DraftFiles.PathOf(newsletter, issue.Ref);
        var text = await DraftFiles.ReadAsync(newsletter, issue.Ref, cancellationToken)
            ?? throw Missing(path, issue.Ref);
        return Read(path, text, issue);
    }

    internal static DigestException Missing(string path, IssueRef issue) => new(
        $"{path}: the draft is gone; restore the file, or give it up with: digest issues cancel {issue}");

    internal static DraftReading Read(string path, string text, Issue issue)
    {
        var (reading, faults) = Examine(text, issue);
        if (faults.Count == 0)
            return reading;

        var lines = faults.Select(fault => $"{path}:{fault.Line}: {fault.Text}");
        throw new DigestException(string.Join(Environment.NewLine, lines));
    }

    /// <summary>What could be read, and every fault of the front matter in the order of its lines.</summary>
    internal static (DraftReading Reading, IReadOnlyList<(int Line, string Text)> Faults) Examine(
        string text, Issue issue)
    {
        var document = IssueMarkdown.Parse(text);
        var faults = new List<(int Line, string Text)>(BrokenLines(text));
        if (document.FrontMatter.Values.Count == 0 && OpensFrontMatter().IsMatch(text))
            faults.Add((1, "front matter: cannot be read; it is 'key: value' lines between two lines of '---'"));

        var read = issue with
        {
            Title = Title(document, faults) ?? issue.Title,
            From = Day(document, "from", faults) ?? issue.From,
            To = Day(document, "to", faults) ?? issue.To,
        };
        if (read.From > read.To)
            faults.Add((LineOf(document, "from"), $"from: is after to ({read.To:yyyy-MM-dd}); exchange the two"));
        if (document.FrontMatter["number"] is { } number && Number(number) != issue.Number)
            faults.Add((LineOf(document, "number"), $"number: '{number}' is another issue's; write {issue.Number}"));

        var reading = new DraftReading(read, document, [.. ItemIds(document)]);
        return (reading, [.. faults.OrderBy(fault => fault.Line)]);
    }

    // A broken line costs an archive that line only; in a draft it would cost a title that thousands read.
    private static IEnumerable<(int Line, string Text)> BrokenLines(string text)
    {
        var lines = text.ReplaceLineEndings("\n").TrimStart('\uFEFF', '\n').Split('\n');
        if (lines[0].TrimEnd() != "---")
            yield break;

        for (var at = 1; at < lines.Length && lines[at].TrimEnd() is not ("---" or "..."); at++)
        {
            if (OpenQuote().IsMatch(lines[at]))
                yield return (at + 1, $"'{lines[at].Trim()}': its quotation marks do not pair; correct them");
            else if (NoSetting().IsMatch(lines[at]))
                yield return (at + 1, $"'{lines[at].Trim()}': is no 'key: value' line; correct or delete it");
        }
    }

    /// <summary>Every item of a document, in its order.</summary>
    internal static IEnumerable<IssueItem> Items(IssueDocument document) =>
        document.Intro.Concat(document.Sections.SelectMany(Items));

    private static IEnumerable<IssueItem> Items(IssueSection section) =>
        section.Items.Concat(section.Sections.SelectMany(Items));

    private static IEnumerable<string> ItemIds(IssueDocument document) =>
        Items(document).Select(item => item.ItemId).OfType<string>().Distinct(StringComparer.Ordinal);

    private static string? Title(IssueDocument document, List<(int Line, string Text)> faults)
    {
        var title = document.FrontMatter["title"]?.Trim();
        if (string.IsNullOrEmpty(title))
            return null;
        if (title.Length <= LongestTitle && !title.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029'))
            return title;

        faults.Add((LineOf(document, "title"), $"title: is not one line of at most {LongestTitle} characters"));
        return null;
    }

    private static DateOnly? Day(IssueDocument document, string key, List<(int Line, string Text)> faults)
    {
        if (document.FrontMatter[key] is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;

        faults.Add((LineOf(document, key), $"{key}: '{text}' is no day; write for example 2026-11-13"));
        return null;
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int LineOf(IssueDocument document, string key)
    {
        var lines = document.HeadSource.ReplaceLineEndings("\n").Split('\n');
        return 1 + Math.Max(0, Array.FindIndex(lines, line => line.TrimStart(' ', '\t', '"', '\'', '\uFEFF')
            .StartsWith(key, StringComparison.OrdinalIgnoreCase)));
    }

    // A value that opens a quotation which does not end where the value does.
    [GeneratedRegex("""^[\w. -]+:[ \t]*(?!(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')[ \t]*(?:#.*)?$)["']""")]
    private static partial Regex OpenQuote();

    // Neither blank, nor a comment, nor part of a list or of an indented value, nor a key with a colon.
    [GeneratedRegex(@"^[^\s#:\]\-][^:]*$")]
    private static partial Regex NoSetting();

    [GeneratedRegex(@"\A\uFEFF?---[ \t]*\r?\n[ \t]*[A-Za-z_]+[ \t]*:")]
    private static partial Regex OpensFrontMatter();
}
