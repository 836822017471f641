using System.Text.RegularExpressions;

namespace Digest.Gather.Mails;

/// <summary>
/// Takes the end of a mail away that only says who wrote it: thanks, wishes and the sender's own name. The name stands
/// behind the text anyway.
/// </summary>
internal static partial class MailFarewell
{
    private const int MostLines = 6;
    private const int LongestLine = 60;

    /// <param name="lines">The sender's own lines; never emptied.</param>
    /// <param name="author">The sender's name, if it is known.</param>
    public static List<string> Cut(List<string> lines, string? author)
    {
        var end = Trimmed(lines, lines.Count);
        for (var cut = 0; cut < MostLines && end > 0 && IsFarewell(lines[end - 1].Trim(), author); cut++)
        {
            var above = Trimmed(lines, end - 1);
            if (above == 0)
                break;

            end = above;
        }

        return lines[..end];
    }

    private static int Trimmed(List<string> lines, int end)
    {
        while (end > 0 && string.IsNullOrWhiteSpace(lines[end - 1]))
            end--;

        return end;
    }

    private static bool IsFarewell(string line, string? author)
    {
        if (line.Length > LongestLine)
            return false;

        var wish = Wish().Match(line);
        var rest = line[wish.Length..].Trim(' ', ',', '.', '!', '-', '—', '–', '~', '，', '。', '！', '、', '　');
        return rest.Length == 0 ? wish.Success : IsNameOf(author, rest);
    }

    private static bool IsNameOf(string? author, string text) => author is not null
        && (Same(author, text) || author.Split(' ').Any(word => Same(word, text))
            || (text.Length > 1 && !char.IsAscii(text[0]) && author.EndsWith(text, StringComparison.Ordinal)));

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(
        @"\A(?:(?:many )?thanks(?: a lot| again| in advance)?|thank you|cheers|(?:(?:best|kind|warm) )?regards" +
        @"|all the best|best|sincerely|yours|br|谢谢(?:大家)?|多谢|祝好|此致|敬礼|以上" +
        @"|(?:以上、?)?(?:どうぞ)?(?:よろしく|宜しく)(?:お願い(?:いた|致)?します)?)(?=[\s,.!，。！、~-]|\z)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Wish();
}
