namespace Digest.Mail.Bounces;

/// <summary>
/// Finds who was not reached in words without a standard. Four ways to name an address count, the surest first: a line
/// that begins with it, a line below the announcement of such addresses, a line that says what it is, any line at all.
/// </summary>
internal sealed class NoticeRecipients(Notice notice, IReadOnlySet<string> strangers)
{
    private const int MaxRecipients = 100;
    private const int MaxSection = 40;
    private const int MaxSectionLength = 4 * 1024;
    private const int MaxBelow = 10;

    private static readonly PhraseRow Announcements = new(
        BounceClass.None,
        "following recipient", "following address", "following user", "failed recipient", "failed address",
        "not delivered to", "not be delivered to", "intended recipient");

    private static readonly PhraseRow Cues = new(
        BounceClass.None,
        "recipient", "rcpt", "deliver", "failed", "mail to", "message to", "address", "mailbox", "user", "unable",
        "reach", "sent to", "to:", "not sent", "error", "bounced", "收件人", "收信人", "宛先", "あて先", "送信先", "受信者",
        "邮箱", "地址");

    private static readonly PhraseRow SenderCues = new(
        BounceClass.None,
        "mail from", "from:", "sender", "reply-to", "contact", "help desk", "helpdesk", "administrator", "support",
        "发件人", "差出人", "送信者");

    private readonly Lazy<string?> _telling = new(() => TellingLines.Find(notice.Lines));
    private readonly Lazy<string> _words =
        new(() => TellingLines.Find(notice.Lines) ?? TellingLines.First(notice.Text, null));

    /// <summary>In the order of the notice, each once; empty if it names none.</summary>
    public IReadOnlyList<NoticeRecipient> Find()
    {
        foreach (var rank in new Func<int, IEnumerable<FoundAddress>>[] { AtStart, Announced, WithCue, Anywhere })
        {
            if (Find(rank) is { Count: > 0 } found)
                return found;
        }

        return [];
    }

    /// <summary>What the notice says about an address known from elsewhere.</summary>
    public NoticeRecipient Describe(string address)
    {
        var at = notice.Find(line => line.Contains(address, StringComparison.OrdinalIgnoreCase));
        return at < 0 ? new NoticeRecipient(address, _words.Value, "") : Describe(address, Section(at, [at]));
    }

    private List<NoticeRecipient> Find(Func<int, IEnumerable<FoundAddress>> rank)
    {
        var places = new List<(int Line, FoundAddress Found)>();
        for (var number = 0; number < notice.Lines.Count; number++)
            places.AddRange(rank(number).Where(IsWanted).Select(found => (number, found)));

        var each = places.DistinctBy(place => place.Found.Address.ToUpperInvariant()).Take(MaxRecipients).ToList();
        var starts = each.Select(place => place.Line).ToHashSet();
        return [.. each.Select(place => Describe(place.Found.Address, Section(place.Line, starts)))];
    }

    private bool IsWanted(FoundAddress found) => !strangers.Contains(found.Address)
        && !found.Address.StartsWith("postmaster@", StringComparison.OrdinalIgnoreCase)
        && !found.Address.StartsWith("mailer-daemon@", StringComparison.OrdinalIgnoreCase);

    private IEnumerable<FoundAddress> AtStart(int number)
    {
        var line = notice.Lines[number];
        return AddressScan.Find(line).Take(1).Where(found =>
            line.AsSpan(0, found.Start).Trim(" \t>*-・•◆■□#|").IsEmpty
            && (found.End == line.Length || !char.IsLetterOrDigit(line[found.End])));
    }

    /// <summary>In the block of lines below one that ends in a colon or a frame.</summary>
    private IEnumerable<FoundAddress> Announced(int number)
    {
        var line = notice.Lines[number];
        return line.Contains('@', StringComparison.Ordinal) && IsBelowAnnouncement(number)
            ? AddressScan.Find(line)
            : [];
    }

    private bool IsBelowAnnouncement(int number)
    {
        var above = number - 1;
        while (above > 0 && number - above < MaxBelow && !string.IsNullOrWhiteSpace(notice.Lines[above])
            && !IsAnnouncement(notice.Lines[above]))
            above--;
        while (above > 0 && number - above < MaxBelow && string.IsNullOrWhiteSpace(notice.Lines[above]))
            above--;
        return above >= 0 && IsAnnouncement(notice.Lines[above]);
    }

    private static bool IsAnnouncement(string line) =>
        line.TrimEnd() is [.., ':' or '-' or '='] && Announcements.IsIn(line.ToLowerInvariant());

    /// <summary>A cue before the address, or a reply code at the start of the line.</summary>
    private IEnumerable<FoundAddress> WithCue(int number)
    {
        var line = notice.Lines[number];
        var isReply = line.Length > 3 && StatusCodes.Find(line[..4]).Reply is not null;
        return SenderCues.IsIn(line.ToLowerInvariant())
            ? []
            : AddressScan.Find(line).Where(found => isReply || Cues.IsIn(line[..found.Start].ToLowerInvariant()));
    }

    private IEnumerable<FoundAddress> Anywhere(int number)
    {
        var line = notice.Lines[number];
        return AddressScan.Find(line).Where(found => !SenderCues.IsIn(line[..found.Start].ToLowerInvariant()));
    }

    private string Section(int first, HashSet<int> starts)
    {
        var lines = new List<string> { notice.Lines[first] };
        for (var i = first + 1; i < notice.Lines.Count && lines.Count < MaxSection && !starts.Contains(i); i++)
        {
            if (!string.IsNullOrWhiteSpace(notice.Lines[i]) || lines[^1].Length > 0)
                lines.Add(notice.Lines[i].Trim());
        }

        return ReportText.Cut(string.Join('\n', lines.Select(line => ReportText.Cut(line, MaxSectionLength))),
            MaxSectionLength);
    }

    private NoticeRecipient Describe(string address, string section) => new(
        address,
        TellingLines.Find(section.Split('\n'))
            ?? _telling.Value
            ?? TellingLines.First(section, address),
        section);
}
