namespace Digest.Mail.Bounces;

/// <summary>
/// Finds who was not reached in words without a standard. Three ways to name an address count, the surest first: a line
/// that begins with it, a line that says what it is, any line at all.
/// </summary>
internal sealed class NoticeRecipients(Notice notice, IReadOnlySet<string> strangers)
{
    private const int MaxRecipients = 100;
    private const int MaxSection = 15;

    private static readonly PhraseRow Cues = new(
        BounceClass.None,
        "recipient", "rcpt", "deliver", "failed", "mail to", "message to", "address", "mailbox", "user", "unable",
        "reach", "sent to", "to:", "not sent", "error", "bounced", "收件人", "收信人", "宛先", "あて先", "送信先", "受信者",
        "邮箱", "地址");

    private static readonly PhraseRow SenderCues = new(
        BounceClass.None,
        "mail from", "from:", "sender", "reply-to", "contact", "help desk", "helpdesk", "administrator", "support",
        "发件人", "差出人", "送信者");

    /// <summary>In the order of the notice, each once; empty if it names none.</summary>
    public IReadOnlyList<NoticeRecipient> Find()
    {
        foreach (var rank in new Func<string, IEnumerable<FoundAddress>>[] { AtStart, WithCue, AddressScan.Find })
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
        return Describe(address, at < 0 ? notice.Text : Section(at, [at]));
    }

    private List<NoticeRecipient> Find(Func<string, IEnumerable<FoundAddress>> rank)
    {
        var places = new List<(int Line, FoundAddress Found)>();
        foreach (var (number, line) in notice.Lines.Index())
            places.AddRange(rank(line).Where(IsWanted).Select(found => (number, found)));

        var each = places.DistinctBy(place => place.Found.Address.ToUpperInvariant()).Take(MaxRecipients).ToList();
        var starts = each.Select(place => place.Line).ToHashSet();
        return [.. each.Select(place => Describe(place.Found.Address, Section(place.Line, starts)))];
    }

    private bool IsWanted(FoundAddress found) => !strangers.Contains(found.Address);

    private static IEnumerable<FoundAddress> AtStart(string line) => AddressScan.Find(line).Take(1).Where(found =>
        line.AsSpan(0, found.Start).Trim(" \t>*-・•◆■□#|").IsEmpty
        && (found.End == line.Length || !char.IsLetterOrDigit(line[found.End])));

    /// <summary>A cue before the address, or a reply code at the start of the line.</summary>
    private static IEnumerable<FoundAddress> WithCue(string line)
    {
        var isReply = line.Length > 3 && StatusCodes.Find(line[..4]).Reply is not null;
        return SenderCues.IsIn(line.ToLowerInvariant())
            ? []
            : AddressScan.Find(line).Where(found => isReply || Cues.IsIn(line[..found.Start].ToLowerInvariant()));
    }

    private string Section(int first, HashSet<int> starts)
    {
        var lines = new List<string> { notice.Lines[first] };
        for (var i = first + 1; i < notice.Lines.Count && lines.Count < MaxSection && !starts.Contains(i); i++)
        {
            if (!string.IsNullOrWhiteSpace(notice.Lines[i]) || lines[^1].Length > 0)
                lines.Add(notice.Lines[i].Trim());
        }

        return string.Join('\n', lines);
    }

    private NoticeRecipient Describe(string address, string section) => new(
        address,
        TellingLines.Find(section.Split('\n'))
            ?? TellingLines.Find(notice.Lines)
            ?? TellingLines.First(section, address),
        section);
}
