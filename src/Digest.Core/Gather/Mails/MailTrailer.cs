using System.Text.RegularExpressions;

namespace Digest.Gather.Mails;

/// <summary>
/// Cuts off what programs put below a mail: what Mailman scrubbed, the signature, the list's footer, and the whole
/// mail that was answered.
/// </summary>
internal static partial class MailTrailer
{
    private const int FooterLines = 6;
    private const int HeaderLines = 4;

    public static List<string> Cut(List<string> lines)
    {
        for (var at = 0; at < lines.Count; at++)
        {
            if (IsTrailer(lines, at))
                return lines[..at];
        }

        return lines;
    }

    private static bool IsTrailer(List<string> lines, int at)
    {
        var line = lines[at];
        if (Scrubbed().IsMatch(line))
            return true;
        if (Line().IsMatch(line))
            return Below(lines, at, FooterLines).Any(below => Footer().IsMatch(below));

        // Before any text these are its subject, not its end.
        return lines.Take(at).Any(above => !string.IsNullOrWhiteSpace(above))
            && (line is "-- " or "--" || Answered().IsMatch(line)
                || (From().IsMatch(line) && Below(lines, at, HeaderLines).Any(below => Sent().IsMatch(below))));
    }

    private static IEnumerable<string> Below(List<string> lines, int at, int count) => lines.Skip(at + 1).Take(count);

    [GeneratedRegex(@"\A-{5,} next part -{5,}\s*\z|\AAn HTML attachment was scrubbed\.\.\.\s*\z")]
    private static partial Regex Scrubbed();

    [GeneratedRegex(@"\A\s*[_\-=]{10,}\s*\z|\A--- ?\z")]
    private static partial Regex Line();

    [GeneratedRegex(
        @"mailing[ -]?list|listinfo|unsubscribe|/postorius/|/mailman3?/lists/|邮件列表|郵件列表|退订|" +
        @"メーリングリスト|配信停止|購読",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Footer();

    [GeneratedRegex(
        @"\A\s*[-_]{2,}\s*(?:original message|original appointment|reply message|ursprüngliche nachricht|" +
        @"原始邮件|原邮件|原始郵件|回复的原邮件|答复邮件|元のメッセージ|オリジナルメッセージ)\s*[-_]{2,}\s*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Answered();

    [GeneratedRegex(@"\A\s*\*?(?:from|发件人|寄件者|差出人|von|de)\*?\s?[:：]", RegexOptions.IgnoreCase)]
    private static partial Regex From();

    [GeneratedRegex(
        @"\A\s*\*?(?:sent|to|date|发送时间|发送日期|收件人|日期|寄件日期|收件者|送信日時|宛先|gesendet|an|envoyé)\*?\s?[:：]",
        RegexOptions.IgnoreCase)]
    private static partial Regex Sent();
}
