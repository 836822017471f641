using System.Text.RegularExpressions;
using Digest.Markup;

namespace Digest.Gather.Mails;

/// <summary>
/// Turns the plain text of a mail into Markdown: the sender's own paragraphs, without quotes, signatures, footers of
/// lists and greetings. Every character that Markdown would take for its own is escaped.
/// </summary>
internal static partial class MailProse
{
    private const int MostLines = 5000;
    private const int LongestGreeting = 60;

    /// <param name="text">The text of a mail, line ends as they come.</param>
    /// <param name="paragraphs">The most paragraphs that are kept.</param>
    /// <param name="characters">No further paragraph is begun after so many.</param>
    /// <param name="author">The sender's name, which may stand below the text.</param>
    public static string ToMarkdown(string text, int paragraphs, int characters, string? author = null)
    {
        var quoted = MailTrailer.Cut(PgpArmor.Strip(Lines(text)));
        var own = MailFarewell.Cut([.. MailQuotes.Drop(quoted)], author);
        var kept = new List<string>();
        var length = 0;
        foreach (var paragraph in Paragraphs(own).SkipWhile(IsGreeting))
        {
            if (kept.Count == paragraphs || length >= characters)
                break;

            length += paragraph.Sum(line => line.Length);
            kept.Add(ProseMarkdown.Of(paragraph));
        }

        return string.Join("\n\n", kept);
    }

    /// <summary>The whole text, quotes too: what is passed on is often quoted.</summary>
    public static string Whole(string text, int paragraphs) =>
        string.Join("\n\n", Paragraphs(PgpArmor.Strip(Lines(text))).Take(paragraphs).Select(ProseMarkdown.Of));

    private static List<string> Lines(string text) =>
        [.. text.ReplaceLineEndings("\n").Split('\n', MostLines + 1).Take(MostLines)];

    private static IEnumerable<List<string>> Paragraphs(IEnumerable<string> lines)
    {
        var paragraph = new List<string>();
        foreach (var line in lines.Append(""))
        {
            if (!string.IsNullOrWhiteSpace(line) && !Rule().IsMatch(line))
                paragraph.Add(line.TrimEnd());
            else if (paragraph.Count > 0)
            {
                yield return paragraph;
                paragraph = [];
            }
        }
    }

    private static bool IsGreeting(List<string> paragraph) =>
        paragraph is [{ Length: <= LongestGreeting } line] && Greeting().IsMatch(line);

    [GeneratedRegex(@"\A[\s\-=_*~#+.]{3,}\z")]
    private static partial Regex Rule();

    [GeneratedRegex(
        @"\A\s*(?:(?:hi|hello|hey|dear|greetings|good (?:morning|afternoon|evening))\b[^.?!:]{0,40}[,.!:]?" +
        @"|(?:大家|各位|你们|诸位|諸位|您|你)[^，。！？：]{0,10}好?[，。！：,!:~～]?" +
        @"|(?:みなさま|皆様|皆さん|みなさん|各位|こんにちは|こんばんは|お世話になっております)[^。]{0,12}[、。！,!]?)\s*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Greeting();
}
