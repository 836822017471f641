namespace Digest.Mail.Bounces;

/// <summary>Words about the mailbox, its domain and its host.</summary>
internal static class MailboxPhrases
{
    /// <summary>No room left.</summary>
    public static PhraseRow[] Full { get; } =
    [
        new(BounceClass.Soft,
            "mailbox full", "is full", "are full", "inbox full", "folder full", "account full", "full mailbox",
            "over quota", "overquota", "over-quota", "quota exceed", "exceeded quota", "exceeded its quota",
            "exceeds quota", "exceed quota", "exceeding quota", "exceeded the quota", "exceeded their quota",
            "exceeded his", "quota is exceeded", "quota has been", "over its quota", "over the quota",
            "over the allowed quota", "over their quota", "out of quota", "not enough quota", "quota violation",
            "quota violated", "would exceed", "disk quota", "mail quota", "mailbox quota", "storage quota",
            "quota full", "allowed quota", "quotas"),
        new(BounceClass.Soft,
            "exceeded storage", "storage allocation", "storage limit", "mailbox size limit", "mailbox exceeds",
            "mailbox has exceeded", "exceeded the mailbox", "mailbox size", "mailbox would", "exceeds allowed size",
            "exceeded the limit", "recipient's mailbox exceeded", "recipient storage full", "user is over",
            "account is over", "too much mail", "too many messages in", "mailfolder is over", "maildir over",
            "insufficient disk", "insufficient storage", "insufficient system storage", "insufficient space",
            "no space left", "no space", "out of storage", "out of space", "out of disk", "not enough space",
            "not enough storage", "not enough disk", "not have enough space", "full disk", "disk full",
            "number of messages in", "exceeded the space", "no more room", "file too large", "exhausted allowed",
            "too many messages on", "space not enough", "zuviele mails", "zu viele mails"),
        new(BounceClass.Soft,
            "一杯", "いっぱい", "容量", "空き領域", "满了", "已满", "已滿", "空间不足", "空間不足", "超过配额", "超出配额", "配额",
            "超过限制", "爆满", "가득", "용량", "ist voll", "postfach voll", "überfüllt", "boîte pleine", "boite pleine",
            "est pleine", "quota dépassé", "dépassé", "está lleno", "buzón lleno", "llena", "è piena", "casella piena",
            "caixa cheia", "está cheia", "переполнен", "квот", "przepełnion", "pełna", "is vol", "přeplněn", "is dolu"),
    ];

    /// <summary>A mailbox that is out of use for now.</summary>
    public static PhraseRow[] Passing { get; } =
    [
        new(BounceClass.Soft,
            "temporarily disabled", "temporarily suspended", "temporarily unavailable", "temporary failure",
            "temporarily limited", "temporarily rejected", "temporarily deferred", "temporarily blocked",
            "temporarily inactive", "temporarily unable", "temporary problem", "temporary error", "temporarily not",
            "mailbox busy", "mailbox is busy", "mailbox locked", "mailbox is locked", "greylist", "graylist",
            "greylisted", "grey listed", "gray listed", "not found, try again",
            "command not found", "no such file", "一時的", "暂时", "暫時",
            "заблокирован временно"),
    ];

    /// <summary>No such mailbox, domain or host; or closed for good.</summary>
    public static PhraseRow[] Gone { get; } =
    [
        .. GonePhrases.Users, .. GonePhrases.Accounts, .. GonePhrases.Hosts, .. GonePhrases.OtherLanguages,
    ];
}
