using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Digest.Gather.Gerrit;

/// <summary>
/// A commit message taken apart: the first paragraph is the subject, the last ones hold the footers if they look like
/// footers (git-interpret-trailers(1)), the rest is the text.
/// </summary>
/// <param name="Subject">One line.</param>
/// <param name="Body">Plain text with LF line ends; empty if there is none.</param>
/// <param name="Footers">In the order written.</param>
internal sealed partial record CommitMessage(string Subject, string Body, IReadOnlyList<CommitFooter> Footers)
{
    public static CommitMessage Parse(string text)
    {
        var lines = text.ReplaceLineEndings("\n").TrimEnd().Split('\n')
            .SkipWhile(string.IsNullOrWhiteSpace)
            .Select(line => line.TrimEnd())
            .ToList();
        var subject = lines.TakeWhile(line => line.Length > 0).ToList();
        var rest = lines.Skip(subject.Count).SkipWhile(line => line.Length == 0).ToList();
        var (body, footers) = CutFooters(rest);
        return new CommitMessage(string.Join(' ', subject.Select(line => line.Trim())), body, footers);
    }

    /// <summary>
    /// Footers stand at the end. People part them by blank lines, so every paragraph of nothing but footers counts, if
    /// one of them is beyond doubt: <c>Note: this is slow</c> belongs to the text.
    /// </summary>
    private static (string Body, IReadOnlyList<CommitFooter> Footers) CutFooters(List<string> lines)
    {
        var footers = new List<CommitFooter>();
        var end = lines.Count;
        while (end > 0)
        {
            var start = lines.FindLastIndex(end - 1, line => line.Length == 0) + 1;
            if (FootersOf(lines[start..end]) is not { } found || !found.Exists(footer => footer.IsSure))
                break;

            found.Reverse();
            footers.AddRange(found);
            end = start;
            while (end > 0 && lines[end - 1].Length == 0)
                end--;
        }

        footers.Reverse();
        return (string.Join('\n', lines[..end]), footers);
    }

    /// <returns>Null if a line of the paragraph is no footer.</returns>
    private static List<CommitFooter>? FootersOf(List<string> paragraph)
    {
        var footers = new List<CommitFooter>();
        foreach (var line in paragraph)
        {
            if (Footer().Match(line) is { Success: true } match)
                footers.Add(new CommitFooter(match.Groups["name"].Value, match.Groups["value"].Value.Trim()));
            else if (BareFooter().Match(line) is { Success: true } bare)
                footers.Add(new CommitFooter(bare.Groups["name"].Value, bare.Groups["value"].Value));
            else if (footers.Count > 0 && line[0] is ' ' or '\t')
                footers[^1] = footers[^1] with { Value = $"{footers[^1].Value} {line.Trim()}" };
            else if (!CherryPick().IsMatch(line))
                return null;
        }

        return footers;
    }

    // "http://…" is no footer, and neither is a sentence with a colon: a name has no spaces.
    // "Partially implements" is the one that people write with a space all the same.
    [GeneratedRegex(
        @"\A(?:(?<name>[A-Za-z][A-Za-z0-9-]{0,60}|Partial(?:ly)? [Ii]mplements):(?!//)|(?<name>BUG)=)"
        + @"[ \t]*(?<value>\S.*)\z")]
    private static partial Regex Footer();

    // The way of Launchpad's users before there were footers: "blueprint no-valid-host", "Fixes bug 1234".
    [GeneratedRegex(
        @"\A(?<name>(?:(?:Implements|Partial(?:ly)?[- ]?Implements|Completes|Fixes|Closes|Related(?: to)?)[ \t]+)?"
        + @"(?:blueprint|bp|bug|lp))[: \t]\s*(?<value>#?[A-Za-z0-9][A-Za-z0-9.+-]*)\.?\z",
        RegexOptions.IgnoreCase)]
    private static partial Regex BareFooter();

    [GeneratedRegex(@"\A\((?:cherry[ -]picked from|backported from)[^)]*\)\z", RegexOptions.IgnoreCase)]
    private static partial Regex CherryPick();
}

/// <summary>One line of a commit message's end: <c>Closes-Bug: #1234</c>.</summary>
internal sealed record CommitFooter(string Name, string Value)
{
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
        ["bug", "bugs", "blueprint", "bp", "lp", "implements", "completes", "fixes", "closes", "resolves", "related",
            "task", "story", "cc", "see", "topic"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>True where the name cannot be the first word of a sentence.</summary>
    public bool IsSure => Name.Contains('-') || Name.Contains(' ') || Words.Contains(Name);

    public bool IsNamed(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
