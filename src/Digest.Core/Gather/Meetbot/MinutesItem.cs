using System.Globalization;
using System.Text.RegularExpressions;
using Digest.Gather.Mails;
using Digest.Markup;
using Digest.Model;

namespace Digest.Gather.Meetbot;

/// <summary>Makes an item of the minutes of a meeting. Does no I/O.</summary>
internal static partial class MinutesItem
{
    private const int MostLines = 60;
    private const int LongestLine = 500;

    /// <param name="page">The minutes' address for readers.</param>
    /// <param name="log">The address of all that was said; null if it is not kept.</param>
    public static GatheredItem Of(MeetingFile file, Minutes minutes, SourceDefinition source, Uri page, Uri? log)
    {
        var body = Body(minutes, log);
        var day = file.Start.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new GatheredItem
        {
            ExternalId = file.Stem,
            Title = AddressMask.Of(PlainLine.Of($"{NameOf(file, minutes)} {day}")),
            Url = page.AbsoluteUri,
            Body = body,
            Author = minutes.Chair is { } chair && !AddressMask.IsAddress(chair) ? PlainLine.Of(chair) : null,
            Language = LanguageTag.FirstOf(source.Language) ?? LanguageTag.Guess(body),
            Tags = ItemTags.Union([file.Meeting], source.Tags),
            Published = file.Start,
            Kind = ItemKind.Minutes,
            Signals = new ItemSignals { Participants = minutes.People.Count > 0 ? minutes.People.Count : null },
        };
    }

    /// <summary>«#driftwood-meeting: keel» names it; «#driftwood-meeting Meeting» only says where it was.</summary>
    private static string NameOf(MeetingFile file, Minutes minutes) =>
        Named().Match(minutes.Title) is { Success: true } named ? named.Groups[1].Value : file.Meeting;

    private static string Body(Minutes minutes, Uri? log)
    {
        var lines = minutes.Topics.SelectMany(Lines).ToList();
        if (lines.Count > MostLines)
            lines = [.. lines[..MostLines], "- …"];

        var list = string.Join('\n', lines);
        return log is null ? list : $"{list}\n\n<{log.AbsoluteUri}>".TrimStart();
    }

    private static IEnumerable<string> Lines(MinutesTopic topic)
    {
        var indent = topic.Words.Length > 0 ? "  " : "";
        if (topic.Words.Length > 0)
            yield return $"- {Line(topic.Words)}";
        foreach (var note in topic.Notes)
            yield return $"{indent}- {(note.Kind is "INFO" or "LINK" ? "" : $"{note.Kind}: ")}{Line(note.Words)}";
    }

    /// <summary>What begins a line inside a list could begin another list there.</summary>
    private static string Line(string words) => MarkdownEscape.LineStart(
        ProseMarkdown.Line(CutText.At(words, LongestLine)));

    [GeneratedRegex(@"\A#?\S{1,80}: (\S.{0,200})\z")]
    private static partial Regex Named();
}
