using Digest.Mail.Mime.Reading;

namespace Digest.Mail.Bounces;

/// <summary>Puts a delivery report together from its fields, its headers and its words.</summary>
internal sealed class DeliveryReader(MimeEntity message, ReportParts parts, Notice notice)
{
    private const int MaxRecipients = 100;

    private static readonly PhraseRow DelayWords = new(
        BounceClass.None,
        "not yet been delivered", "has been delayed", "is delayed", "message delayed", "delivery delayed",
        "delivery attempts will continue", "will keep trying", "will continue to try", "will be retried",
        "warning message only", "warning only", "temporary failure report", "still trying", "will retry", "keep trying",
        "delivery incomplete", "temporary problem delivering", "you do not need to resend",
        "technical details of temporary failure", "遅延", "再送", "延迟", "稍后重试");

    private readonly MimeEntity? _copy = parts.Returned ?? notice.Returned;
    private readonly StatusReport _status = StatusReport.Of(parts, notice);
    private readonly NoticeRecipients _named = new(notice, Strangers(message));

    /// <summary>Null if it is none, or names nobody.</summary>
    public BounceReading.DeliveryReport? Read()
    {
        var recipients = _status.Recipients.Count > 0 ? ByFields() : ByWords();
        return recipients.Count == 0
            ? null
            : new BounceReading.DeliveryReport(
                recipients,
                ReturnedMail.Read(_copy, _status.MessageId ?? message.Headers["In-Reply-To"]),
                _status.ReportingMta,
                _status.EnvelopeId);
    }

    /// <summary>
    /// A host may name a file or a program where an address should stand; then the words are asked who was meant.
    /// </summary>
    private List<BouncedRecipient> ByFields()
    {
        var known = _status.Recipients.Select(StatusReport.AddressOf).OfType<string>();
        var others = new Queue<NoticeRecipient>(
            _status.Recipients.All(fields => StatusReport.AddressOf(fields) is not null)
                ? []
                : Named().ExceptBy(known, one => one.Address, StringComparer.OrdinalIgnoreCase));
        var recipients = new List<BouncedRecipient>();
        foreach (var fields in _status.Recipients)
        {
            var address = StatusReport.AddressOf(fields) ?? (others.TryDequeue(out var other) ? other.Address : null);
            if (address is not null)
                recipients.Add(ByFields(fields, address));
        }

        // An address that led to itself through a list or a loop is reported each time.
        return [.. recipients.DistinctBy(one => (Fold(one.Address), Fold(one.FinalAddress)))];
    }

    private static string? Fold(string? address) => address?.ToUpperInvariant();

    private BouncedRecipient ByFields(StatusFields fields, string address)
    {
        var action = StatusReport.ActionOf(fields);
        var final = AddressScan.OfField(fields["Final-Recipient"]);
        var words = StatusReport.WordsOf(fields);
        var told = _named.Describe(final ?? address);
        var (verdict, code) = BounceClassifier.Judge(
            words, StatusReport.StatusOf(fields), new Wording(told.Section), notice.Wording);
        return new BouncedRecipient(
            address, action, Settle(verdict, action), code, ReportText.Clean(words.Length > 0 ? words : told.Words))
        {
            FinalAddress = final,
        };
    }

    private List<BouncedRecipient> ByWords()
    {
        if (!IsNotice())
            return [];

        var action = IsDelay() ? BounceAction.Delayed : BounceAction.Failed;
        return
        [
            .. Named().Take(MaxRecipients).Select(one =>
            {
                var (verdict, code) = BounceClassifier.Judge(
                    one.Words, null, new Wording(one.Section), notice.Wording);
                return new BouncedRecipient(
                    one.Address, action, Settle(verdict, action), code, ReportText.Clean(one.Words));
            }),
        ];
    }

    private bool IsNotice() => parts.Status.Count > 0
        || (NoticeSigns.AreIn(message, notice)
            && (NoticeSigns.AreStrong(message) || AutoReplySigns.Find(message) is null));

    private bool IsDelay() => DelayWords.IsIn(notice.Text.ToLowerInvariant().Replace('\n', ' '))
        || DelayWords.IsIn((message.Headers["Subject"] ?? "").ToLowerInvariant());

    /// <summary>By header, by words, and where neither names anybody by the one recipient of the mail itself.</summary>
    private IReadOnlyList<NoticeRecipient> Named()
    {
        var failed = message.Headers.All("X-Failed-Recipients")
            .SelectMany(value => value.Split(','))
            .Select(value => AddressScan.OfField(value.Trim()))
            .OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(MaxRecipients).Select(_named.Describe).ToList();
        if (failed.Count > 0)
            return failed;
        if (_named.Find() is { Count: > 0 } found)
            return found;

        // Where the mail that came back is a report itself, that one names who was not reached.
        return _copy is not null && new ReportParts(_copy).Status.Count == 0 && ReturnedMail.To(_copy) is [var only]
            ? [_named.Describe(only)]
            : [];
    }

    /// <summary>Who sent and who got the report: neither is the one who was not reached.</summary>
    private static HashSet<string> Strangers(MimeEntity message) =>
        message.Headers.Mailboxes("From").Concat(message.Headers.Mailboxes("To"))
            .Select(mailbox => mailbox.Address).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static BounceClass Settle(BounceClass verdict, BounceAction action) => action switch
    {
        BounceAction.Failed => verdict,
        BounceAction.Delayed => BounceClass.Soft,
        _ => BounceClass.None,
    };
}
