namespace Digest.Mail.Bounces;

/// <summary>Words that accuse the sender.</summary>
internal static class SenderPhrases
{
    /// <summary>Who we are: sender address, host name, authentication, relaying.</summary>
    public static PhraseRow[] Identity { get; } =
    [
        new(BounceClass.SenderFault,
            "sender address rejected", "sender rejected", "rejected sender", "domain of sender", "sender domain",
            "sender's domain", "sender verify", "sender verification", "sender address verification",
            "verify sender", "could not verify sender", "invalid sender", "bad sender", "unknown sender",
            "sender unknown", "sender address is not", "sender address does not", "sender is invalid",
            "mail from domain", "envelope sender", "return path", "from: header", "from address is",
            "envelope from", "invalid envelope", "invalid from", "sender does not exist", "sender id",
            "not a valid sender", "send mail as", "mailfrom failed", "mail from is mismatched", "mismatches client",
            "from header", "envelope from", "sender email is", "has no a,", "发件人", "寄件者"),
        new(BounceClass.SenderFault,
            "helo command rejected", "ehlo command rejected", "invalid helo", "bad helo", "helo name", "ehlo name",
            "helo requires", "cannot find your hostname", "cannot find your reverse hostname", "reverse dns",
            "reverse lookup", "reverse hostname", "rdns", "ptr record", "no ptr", "ptr", "fcrdns",
            "does not resolve to your", "must have valid reverse", "cannot resolve your"),
        new(BounceClass.SenderFault,
            "spf", "sender policy framework", "dkim", "dmarc", "unauthenticated email",
            "unauthenticated mail", "authentication check", "authentication required", "requires authentication",
            "authentication is required", "authentication failed", "smtp auth", "without authentication",
            "please authenticate", "not authenticated", "must be authenticated", "starttls",
            "must use tls", "tls required", "encryption required", "tls is required", "does not advertise auth"),
        new(BounceClass.SenderFault,
            "relaying denied", "relay access denied", "relay denied", "relaying not", "relay not", "relaying is",
            "unable to relay", "to relay", "cannot relay", "can't relay", "don't relay", "do not relay", "not relay",
            "no relaying", "we do not relay", "relay operation", "relaying to", "relay prohibited",
            "relaying prohibited", "relay through", "rcpthosts", "relaying mail", "not an open relay",
            "unauthorized relay", "local user only", "relayed mail", "domain isn't in my list of allowed",
            "not a local domain", "not a local host", "relaying disallowed"),
    ];

    /// <summary>The message is too large.</summary>
    public static PhraseRow[] Message { get; } =
    [
        new(BounceClass.SenderFault,
            "message too large", "message is too large", "message too big", "message is too big", "too large",
            "message size", "message length", "size of the message", "size of message", "maximum message",
            "max message", "size limit", "maximum size", "maximum file size", "message exceeds", "mail size",
            "messages larger", "larger than", "body too big", "大きすぎ", "サイズが", "サイズを", "邮件过大", "邮件大小",
            "郵件過大", "zu groß", "trop volumineux", "demasiado grande", "слишком больш"),
    ];

    /// <summary>The message or the dialogue breaks a rule of form.</summary>
    public static PhraseRow[] Form { get; } =
    [
        new(BounceClass.SenderFault,
            "bare lf", "bare newline", "bare cr", "rfc 5322", "rfc5322", "rfc 2822", "rfc2822", "rfc 822", "rfc822",
            "rfc 5321", "rfc5321", "rfc 2821", "rfc 821", "not rfc", "non-rfc", "not compliant", "noncompliant",
            "duplicate header", "missing header", "multiple from", "headers are missing", "malformed message",
            "data format error", "conversion", "syntax error", "command unrecognized", "unrecognized command",
            "command not recognized", "bad sequence", "command out of sequence", "line too long", "lines longer",
            "too many hops in header", "invalid header", "illegal 8-bit", "non-ascii", "smtputf8", "8bitmime",
            "internationalized", "message format", "mime error", "attachment type", "improper command"),
    ];
}
