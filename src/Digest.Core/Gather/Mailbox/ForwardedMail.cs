using System.Text.RegularExpressions;
using Digest.Gather.Mails;
using Digest.Mail.Mime.Reading;

namespace Digest.Gather.Mailbox;

/// <summary>
/// A mail that somebody passed on inside the text of another: below a line of dashes stand its own From, Date and
/// Subject, and then what it says.
/// </summary>
/// <param name="Body">The text below the header, in the form it was searched in.</param>
internal sealed partial record ForwardedMail(string Body)
{
    private const int MostHeaderLines = 20;

    public string? Subject { get; private init; }

    public MailAuthor? Author { get; private init; }

    public DateTimeOffset? Date { get; private init; }

    /// <param name="text">Plain text or Markdown, LF line ends.</param>
    /// <returns>Null if nothing is passed on in it.</returns>
    public static ForwardedMail? Find(string text)
    {
        var lines = text.Split('\n');
        var mark = Array.FindIndex(lines, line => Mark().IsMatch(Plain(line)));
        return mark < 0 ? null : Read(lines, mark + 1);
    }

    private static ForwardedMail? Read(string[] lines, int start)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var at = start;
        for (; at < Math.Min(lines.Length, start + MostHeaderLines); at++)
        {
            var line = Plain(lines[at]);
            if (Field().Match(line) is { Success: true } field)
                fields.TryAdd(NameOf(field), field.Groups["value"].Value.Trim());
            else if (line.Length > 0 || fields.Count > 1)
                break;
        }

        return fields.Count == 0 ? null : new ForwardedMail(string.Join('\n', lines[at..]).Trim())
        {
            Subject = fields.GetValueOrDefault("subject"),
            Author = fields.GetValueOrDefault("from") is { } from ? MailAuthor.Of(from, null) : null,
            Date = MailDate.TryRead(fields.GetValueOrDefault("date"), out var date) ? date : null,
        };
    }

    private static string NameOf(Match field) => field.Groups["from"].Success ? "from"
        : field.Groups["date"].Success ? "date"
        : field.Groups["subject"].Success ? "subject"
        : "other";

    /// <summary>Without what Markdown and quoting put around it.</summary>
    private static string Plain(string line) => Marks().Replace(line, "").Trim();

    [GeneratedRegex(@"\\(?=[^\w\s])|\\\s*\z|\*\*|^\s*(?:>\s?)+")]
    private static partial Regex Marks();

    [GeneratedRegex(
        @"\A[-_ ]{0,40}(?:forwarded message|original message|begin forwarded message:?|转发的?(?:邮件|信息|消息)|" +
        @"原始邮件|轉寄的郵件|転送(?:された)?メッセージ|元のメッセージ|Fwd message)\s?(?:from .{0,80})?[-_ :：]{0,40}\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(
        @"\A(?:(?<from>from|发件人|寄件者|差出人|送信者)|(?<date>date|sent|日期|发送时间|发送日期|寄件日期|日時|送信日時)|" +
        @"(?<subject>subject|主题|主旨|件名)|(?:to|cc|reply-to|收件人|抄送|收件者|宛先))\s?[:：]\s*(?<value>.*)\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Field();
}
