namespace Digest.Mail.Bounces;

/// <summary>Words of a host that will not, or cannot now, take the mail.</summary>
internal static class RefusalPhrases
{
    /// <summary>A verdict on our mail alone: it is often followed by advice on authentication.</summary>
    public static PhraseRow Spam { get; } = new(
        BounceClass.Block,
        "spam classification", "classified as spam", "considered spam", "identified as spam", "detected as spam",
        "looks like spam", "due to spam", "as spam", "spam detected", "spam message", "spam content", "is spam",
        "spam or", "likely unsolicited", "likely spam", "spam score", "spam filter", "spam-like", "spammy", "antyspam",
        "not accepting mail from", "not accepting messages from", "not accept mail from", "not accept messages from");

    /// <summary>It does not want our mail.</summary>
    public static PhraseRow[] Policy { get; } =
    [
        new(BounceClass.Block,
            "spam", "antispam", "anti-spam", "unsolicited", "bulk mail", "bulk email", "junk", "suspicious",
            "suspected", "malware", "virus ", "virus.",
            "virus,", "virus:", "viruses", "infected", "phish", "scam", "malicious", "harmful", "content rejected",
            "message content",
            "content reject",
            "content filter", "content violat", "content is not", "due to content", "because of its content",
            "banned content", "url listed", "垃圾", "迷惑メール", "ウイルス", "病毒", "спам", "スパム"),
        new(BounceClass.Block,
            "blacklist", "black list", "black-list", "blocklist", "block list", "block-list", "blocked", "blocking",
            "denylist", "deny list", "rbl", "dnsbl", "listed in", "listed by", "listed at", "listed on", "banned",
            "reputation", "client host rejected", "your ip", "ip address has", "ip address is", "sending ip",
            "your server", "your host", "your network", "mail from your", "messages from your",
            "bad host reputation", "黑名单", "拒收", "黑名單"),
        new(BounceClass.Block,
            "policy", "policies", "access denied", "not authorized", "not authorised", "unauthorized",
            "not permitted to",
            "prohibited", "forbidden", "administratively", "administrative prohibition", "security", "restricted",
            "restriction", "permission to", "permission denied", "not have permission", "only accepts", "only accept",
            "not allowed to send", "not allow", "may not send",
            "rejected by", "refused by", "rejected for", "rejected due", "rejected because", "filtered",
            "message rejected", "message refused", "mail rejected", "mail refused", "email rejected",
            "recipient preferences", "by administrator", "by the administrator", "rtr:", "aup#",
            "does not accept email in", "character set",
            "complaint", "abuse", "moderat", "not a member", "非会员", "安全策略", "受信拒否", "着信拒否"),
    ];

    /// <summary>Ways, resources and patience that ran out.</summary>
    public static PhraseRow[] Transient { get; } =
    [
        new(BounceClass.Soft,
            "timed out", "timeout", "time out", "time-out", "connection refused", "connection reset",
            "connection closed", "connection dropped", "connection fail", "connection lost", "connection attempt",
            "lost connection", "lost in transit", "reset by peer", "broken pipe", "connect to", "to connect",
            "can't connect", "couldn't connect",
            "establish an smtp connection", "connection to", "network", "no route", "unreachable", "not reachable",
            "host is down", "down or", "not responding", "no response", "no answer", "did not respond",
            "not respond", "remote protocol error", "remote host said nothing", "not available at this time"),
        new(BounceClass.Soft,
            "expired", "in the queue", "on the queue", "too long", "retry timeout", "retry time", "giving up",
            "given up", "could not deliver for the last", "for the last", "has not been delivered", "still trying",
            "delivery attempts", "delayed", "not yet been delivered", "exceeded max time", "maximum retries", "retries",
            "tried for", "try again", "try later", "later", "temporar", "deferred", "transient"),
        new(BounceClass.Soft,
            "too many", "rate limit", "rate-limit", "throttl", "exceeded the rate", "resources", "overload", "busy",
            "load average", "loop", "hop count", "hops", "dns error", "dns fail", "dns lookup", "name server",
            "nameserver", "lookup fail", "system error", "local error", "internal error", "i/o error", "disk error",
            "database", "lock fail", "mail server is", "server error", "server configuration", "misconfigur",
            "configuration error",
            "can't create", "cannot create", "couldn't create", "write error", "error while writing", "error writing",
            "cannot open", "can't open", "unable to open", "command output", "program", "mail system", "maintenance",
            "超时", "逾時", "连接", "連線", "タイムアウト", "接続", "混雑", "しばらく"),
    ];
}
