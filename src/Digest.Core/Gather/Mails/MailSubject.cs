using System.Text.RegularExpressions;
using Digest.Markup;

namespace Digest.Gather.Mails;

/// <summary>
/// The subject of a mail taken apart: marks of replies and forwards, tags in brackets, and the words that are left.
/// </summary>
/// <param name="Title">The words; the whole subject if nothing else is there. May be empty.</param>
/// <param name="Tags">What stood in brackets before the words, in order, without numbers.</param>
internal sealed partial record MailSubject(string Title, IReadOnlyList<string> Tags)
{
    private const int MostMarks = 20;
    private const int LongestTag = 60;

    /// <summary>The words with the brackets before them; only marks of replies and forwards are gone.</summary>
    public required string Whole { get; init; }

    /// <summary>True if it answers another mail.</summary>
    public required bool IsReply { get; init; }

    /// <summary>True if it passes another mail on.</summary>
    public required bool IsForward { get; init; }

    /// <summary>True for a part of a numbered series: <c>[PATCH 2/5]</c>.</summary>
    public required bool IsNumbered { get; init; }

    /// <summary>The same for all mails of a thread: the words without case, spaces and punctuation.</summary>
    public string Key => NotWord().Replace(Title, "").ToUpperInvariant();

    public static MailSubject Read(string subject)
    {
        var line = PlainLine.Of(subject).Trim();
        var rest = line;
        var (tags, brackets) = (new List<string>(), "");
        var (isReply, isForward) = (false, false);
        for (var mark = 0; mark < MostMarks; mark++)
        {
            if (Reply().Match(rest) is { Success: true } reply)
                (isReply, rest) = (true, rest[reply.Length..]);
            else if (Forward().Match(rest) is { Success: true } forward)
                (isForward, rest) = (true, rest[forward.Length..]);
            else if (Bracket().Match(rest) is { Success: true } bracket)
            {
                tags.Add(Tag(bracket.Groups[1].Value + bracket.Groups[2].Value));
                brackets += bracket.Value;
                rest = rest[bracket.Length..];
            }
            else
                break;
        }

        return new MailSubject(rest.Length > 0 ? rest : line, [.. tags.Where(IsTag)])
        {
            Whole = brackets + rest,
            IsReply = isReply,
            IsForward = isForward,
            IsNumbered = Series().IsMatch(brackets),
        };
    }

    /// <summary>Lists number mails, <c>[keel-ja:01234]</c>, and patches their parts, <c>[PATCH v2 3/7]</c>.</summary>
    private static string Tag(string inside) => Number().Replace(inside, "").Trim(' ', ':', ',', '：', '　');

    private static bool IsTag(string tag) => tag.Length is > 0 and <= LongestTag;

    [GeneratedRegex(
        @"\A(?:re|aw|sv|vs|antw|antwort|res|odp|rif|ref|ynt|回复|回覆|答复|答覆|回信|返信)" +
        @"\s?(?:\[\d{1,3}\]|\(\d{1,3}\)|\^\d{1,3}|\*\d{1,3})?\s?[:：]\s*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reply();

    [GeneratedRegex(
        @"\A(?:fwd?|wg|tr|enc|rv|转发|轉發|轉寄|転送)\s?(?:\[\d{1,3}\]|\*\d{1,3})?\s?[:：]\s*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Forward();

    [GeneratedRegex(@"\A(?:\[([^\[\]]{1,100})\]|【([^【】]{1,100})】)\s*")]
    private static partial Regex Bracket();

    [GeneratedRegex(@"(?:[\s:：,#]|\A)(?:v\d{1,3}|\d{1,7}(?:/\d{1,4})?)(?=\s|\z)", RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"[\s\[]\d{1,4}/\d{1,4}\]")]
    private static partial Regex Series();

    [GeneratedRegex(@"[^\p{L}\p{N}]+")]
    private static partial Regex NotWord();
}
