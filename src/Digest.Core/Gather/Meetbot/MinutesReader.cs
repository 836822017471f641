using System.Text;
using System.Text.RegularExpressions;

namespace Digest.Gather.Meetbot;

/// <summary>
/// Reads minutes: the plain text that MeetBot writes, its reStructuredText, and its HTML once that was made Markdown.
/// They have one shape: a heading, a summary in two levels of lists, and lists of actions and people. Lines are
/// wrapped, and each entry ends with who noted it and when.
/// </summary>
internal sealed partial class MinutesReader
{
    private const int MostEntries = 2000;

    private readonly List<MinutesTopic> _topics = [];
    private readonly List<string> _people = [];
    private List<MinutesNote> _notes = [];
    private string _part = "";

    /// <summary>Reads plain text; null for what is no minutes.</summary>
    public static Minutes? Read(string text) => Read([.. text.ReplaceLineEndings("\n").Split('\n')]);

    /// <summary>Reads what was HTML; null for what is no minutes.</summary>
    public static Minutes? ReadMarkdown(string markdown) => Read([.. markdown.Split('\n').Select(Plain)]);

    private static Minutes? Read(List<string> lines)
    {
        var joined = string.Join(' ', lines.Select(line => line.Trim()));
        if (!Started().IsMatch(joined) || !lines.Exists(line => PartOf(line) == "summary"))
            return null;

        var reader = new MinutesReader();
        foreach (var entry in Entries(lines).Take(MostEntries))
            reader.Take(entry);
        reader.EndTopic();
        return new Minutes(TitleOf(lines), ChairOf(joined), reader._topics, reader._people);
    }

    /// <summary>Entries of lists with their wrapped lines joined, and the headings of parts.</summary>
    private static List<Entry> Entries(List<string> lines)
    {
        var entries = new List<Entry>();
        var isOpen = false;
        foreach (var line in lines)
        {
            if (Item().Match(line) is { Success: true } item)
            {
                var words = new StringBuilder(item.Groups["text"].Value);
                entries.Add(new Entry(item.Groups["indent"].Length, words, null));
                isOpen = true;
            }
            else if (PartOf(line) is { } part)
            {
                entries.Add(new Entry(0, new StringBuilder(), part));
                isOpen = false;
            }
            else if (isOpen && line.StartsWith(' ') && !string.IsNullOrWhiteSpace(line))
                entries[^1].Words.Append(' ').Append(line.Trim());
            else
                isOpen &= !EndsPart().IsMatch(line);
        }

        return entries;
    }

    private void Take(Entry entry)
    {
        if (entry.Part is not null)
            _part = entry.Part;
        else if (_part == "people" && Person().Match(entry.Text) is { Success: true } person)
            _people.Add(person.Groups["nick"].Value);
        else if (_part == "summary")
            TakeSummary(entry);
    }

    private void TakeSummary(Entry entry)
    {
        var words = Noted().Replace(entry.Text, "").Trim();
        if (words.Length == 0 || words == "(none)")
            return;

        var kind = Kind().Match(words);
        if (entry.Indent == 0 && (!kind.Success || kind.Groups["kind"].Value == "TOPIC"))
        {
            EndTopic();
            _topics.Add(new MinutesTopic(words[kind.Length..], _notes = []));
            return;
        }

        if (_topics.Count == 0)
            _topics.Add(new MinutesTopic("", _notes));
        _notes.Add(kind.Success
            ? new MinutesNote(kind.Groups["kind"].Value, words[kind.Length..])
            : new MinutesNote("INFO", words));
    }

    private void EndTopic()
    {
        if (_topics is [.., { Words: "", Notes.Count: 0 }])
            _topics.RemoveAt(_topics.Count - 1);
    }

    private static string? PartOf(string line) => Part().Match(line.Trim()) is { Success: true } part
        ? part.Groups["summary"].Success ? "summary" : part.Groups["people"].Success ? "people" : "other"
        : null;

    private static string TitleOf(List<string> lines) =>
        lines.Select(line => line.Trim()).FirstOrDefault(line => line.Any(char.IsLetterOrDigit)) is { } first
        && !Started().IsMatch(first)
            ? first
            : "";

    private static string? ChairOf(string joined) =>
        Started().Match(joined).Groups["chair"] is { Success: true } chair ? chair.Value : null;

    /// <summary>Without emphasis, and with Markdown's escapes undone.</summary>
    private static string Plain(string line) =>
        Escape().Replace(Emphasis().Replace(Link().Replace(line, Unlinked), "$1"), "$1");

    private static string Unlinked(Match link) => link.Groups["label"].Value == link.Groups["url"].Value
        ? link.Groups["url"].Value
        : $"{link.Groups["label"].Value} {link.Groups["url"].Value}";

    private sealed record Entry(int Indent, StringBuilder Words, string? Part)
    {
        public string Text => Words.ToString().Trim();
    }

    [GeneratedRegex(@"Meeting started by (?<chair>\S+)(?: at \d{1,2}:\d\d)?", RegexOptions.IgnoreCase)]
    private static partial Regex Started();

    [GeneratedRegex(@"\A(?<indent> {0,12})(?:[*-]|\d{1,4}\.|[a-z]\.) +(?<text>\S.*)\z")]
    private static partial Regex Item();

    [GeneratedRegex(
        @"\A(?:(?<summary>meeting summary)|(?<people>people present(?: \(lines said\))?)|" +
        @"action items(?:, by person)?|done items|vote results?):?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    [GeneratedRegex(@"\AMeeting ended at|\AGenerated by", RegexOptions.IgnoreCase)]
    private static partial Regex EndsPart();

    [GeneratedRegex(@"\A(?<nick>\S.{0,100}?) \((?<lines>\d{1,7})\)\z")]
    private static partial Regex Person();

    [GeneratedRegex(@"\s*\([^()\s]{1,60},\s+\d{1,2}:\d\d(?::\d\d)?\)\s*\z")]
    private static partial Regex Noted();

    [GeneratedRegex(@"\A(?<kind>TOPIC|INFO|LINK|IDEA|HELP|AGREED|ACCEPTED|REJECTED|ACTION|NICK|UNDO|VOTE|DONE):\s*")]
    private static partial Regex Kind();

    [GeneratedRegex(@"(?<![\\*\w])\*{1,2}([^\s*](?:[^*]{0,500}[^\s*])?)\*{1,2}(?![*\w])")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\[(?<label>[^\[\]]{0,300})\]\((?<url>https?://[^\s()<>]{1,1000})\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\\([^\w\s])")]
    private static partial Regex Escape();
}
