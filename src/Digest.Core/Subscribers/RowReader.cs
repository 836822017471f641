using System.Globalization;
using Digest.Mail.Mime;
using Digest.Model;

namespace Digest.Subscribers;

/// <summary>Turns a row into a subscriber, or says why not. No row is half taken: one wrong field refuses it.</summary>
internal sealed class RowReader(string newsletter, string consent, DateTimeOffset now)
{
    private const int MaxTopics = 50;
    private const int MaxTopicLength = 100;
    private const int MaxShown = 60;
    private readonly Dictionary<string, int> _seen = [];

    public bool TryRead(ImportRow row, out Subscriber subscriber, out string reason)
    {
        subscriber = null!;
        reason = "";
        if (!Mailbox.TryParse(Unescape(row.Email), out var mailbox, out var fault))
            return Refuse($"the address {Quote(row.Email)} {fault}", out reason);

        var name = Unescape(row.Name) ?? mailbox.Name;
        if (name is not null && Mailbox.NameFault(name) is { } nameFault)
            return Refuse($"the row {nameFault}", out reason);
        if (row.Language is { Length: > 0 } language && !IsLanguage(language))
            return Refuse($"the language {Quote(language)} is no BCP 47 tag, such as zh-CN", out reason);
        if (row.TimeZone is { Length: > 0 } zone && !IsZone(zone))
            return Refuse($"the time zone {Quote(zone)} is no IANA zone, such as Asia/Shanghai", out reason);
        if (!TryTopics(Unescape(row.Topics), out var topics))
            return Refuse($"the topics are more than {MaxTopics}, too long, or hold a control character", out reason);
        if (row.Suppressed is { } cause)
            return Refuse($"mail to the address was suppressed: {Quote(cause)}", out reason);
        if (!_seen.TryAdd(mailbox.Address.Key, row.Line))
            return Refuse($"the address is on line {_seen[mailbox.Address.Key]} already", out reason);

        subscriber = Make(new Mailbox(name, mailbox.Address), row, topics);
        return true;
    }

    private Subscriber Make(Mailbox mailbox, ImportRow row, IReadOnlyList<string> topics) => new()
    {
        Id = SubscriberIds.New(),
        Newsletter = newsletter,
        Mailbox = mailbox,
        Language = string.IsNullOrEmpty(row.Language) ? null : row.Language,
        Topics = topics,
        TimeZone = string.IsNullOrEmpty(row.TimeZone) ? null : row.TimeZone,
        State = HasLeft(row) ? SubscriptionState.Unsubscribed : SubscriptionState.Active,
        Consent = consent,
        Created = now,
    };

    /// <summary>
    /// An export names those who left. They stay away wherever it is read in, on another machine as well; other words
    /// in a column of this name are not ours, a province for one.
    /// </summary>
    private static bool HasLeft(ImportRow row) =>
        string.Equals(row.State, nameof(SubscriptionState.Unsubscribed), StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Takes off the quote that an export puts before <c>= + - @</c> so that no spreadsheet computes the cell; our own
    /// exports come back unchanged.
    /// </summary>
    private static string? Unescape(string? field)
    {
        var text = field is ['\'', '=' or '+' or '-' or '@', ..] ? field[1..] : field;
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    /// <summary>
    /// Well formed and known to the platform; a made-up tag would only fail later, in fonts and dates.
    /// </summary>
    private static bool IsLanguage(string tag)
    {
        if (tag.Length > 35 || !tag.All(c => c == '-' || char.IsAsciiLetterOrDigit(c)))
            return false;

        try
        {
            return CultureInfo.GetCultureInfo(tag, predefinedOnly: true).Name.Length > 0;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    private static bool IsZone(string id) =>
        id.All(c => c is '/' or '_' or '-' or '+' || char.IsAsciiLetterOrDigit(c))
        && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) && zone.HasIanaId;

    private static bool TryTopics(string? text, out IReadOnlyList<string> topics)
    {
        topics = (text ?? "").Split(
            [';', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return topics.Count <= MaxTopics
            && topics.All(topic => topic.Length <= MaxTopicLength && !topic.Any(char.IsControl));
    }

    /// <summary>
    /// The report is read in a terminal: what a stranger wrote is shown without controls, and not at length.
    /// </summary>
    private static string Quote(string? text)
    {
        var shown = string.Concat((text ?? "").Take(MaxShown).Select(c => char.IsControl(c) ? '?' : c));
        return $"'{shown}'";
    }

    private static bool Refuse(string why, out string reason)
    {
        reason = why;
        return false;
    }
}
