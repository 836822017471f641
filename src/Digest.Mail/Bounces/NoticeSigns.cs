using System.Text;
using Digest.Mail.Mime.Reading;

namespace Digest.Mail.Bounces;

/// <summary>
/// Tells a notice of non-delivery without a standard from other mail: two signs of four are asked for, since a person
/// too may write of mail that was returned.
/// </summary>
internal static class NoticeSigns
{
    private static readonly string[] Daemons =
        ["mailer-daemon", "mailerdaemon", "mail-daemon", "postmaster", "mdaemon", "bounce"];

    private static readonly PhraseRow DaemonNames = new(
        BounceClass.None,
        "mail delivery", "mailer-daemon", "mailer daemon", "postmaster", "mail administrator", "system administrator",
        "mail system", "mail subsystem", "mail service", "系统管理员", "邮件系统");

    private static readonly PhraseRow Subjects = new(
        BounceClass.None,
        "undeliver", "delivery fail", "failure notice", "failure notification", "returned mail", "returned to sender",
        "mail returned", "return mail", "returned email", "delivery status", "delivery report", "delivery notification",
        "delivery problem", "delivery error", "delivery has failed", "delivery incomplete", "delivery delayed",
        "delayed mail", "delivery delay", "mail delivery", "email delivery", "message delivery", "not delivered",
        "non delivery", "non-delivery", "nondeliverable", "non remis", "not deliverable", "failed delivery",
        "failed mail", "failed message", "mail fail", "message fail", "could not be delivered", "could not deliver",
        "could not send",
        "can't be delivered", "cannot be delivered", "unable to deliver", "mail error", "error mail", "mail could not",
        "user unknown", "unknown user", "bounce", "rejected", "delayed", "mail status report", "warning: message",
        "nichtzustellbar", "unzustellbar", "nicht zugestellt", "échec", "non distribué", "no entregado",
        "no se puede entregar",
        "mancato recapito", "não entregue", "não foi entregue", "onbestelbaar", "niet afgeleverd", "не доставлено",
        "недоставлен", "退信", "退回", "投递失败", "无法投递", "未送达", "系统退信", "配信不能", "配信エラー", "送信エラー",
        "送信できません", "未達", "エラーメール", "宛先不明", "届きません", "반송", "배달 실패", "전송 실패");

    private static readonly PhraseRow Openers = new(
        BounceClass.None,
        "could not be delivered", "couldn't be delivered", "cannot be delivered", "can't be delivered",
        "was not delivered", "wasn't delivered", "not been delivered", "has not been delivered",
        "not yet been delivered",
        "did not reach", "could not deliver", "couldn't deliver", "unable to deliver", "able to deliver",
        "undeliverable",
        "undelivered", "delivery failed", "delivery failure", "delivery has failed", "failed to deliver",
        "permanent error",
        "permanent fatal error", "delivery error", "delivery problem", "error delivering", "trouble delivering",
        "problem delivering", "error has occurred while attempting to deliver", "could not be sent", "not be reached",
        "cannot be reached", "no valid recipients", "were affected", "failed permanently", "could not reach",
        "transcript of session", "message is delayed", "message delayed", "returned to you", "was rejected", "bounced",
        "has been returned", "automatically rejected", "failed recipient", "failed address",
        "requested action not taken",
        "fatal errors", "delivery attempts", "退信", "退回", "未能送达", "无法投递", "投递失败", "无法送达", "送信できません", "送信ができません",
        "配信できません",
        "配信ができません", "届けられません", "お届けできません", "送信されません", "エラーのため", "반송", "전송되지 못");

    private static readonly string[] Answers =
        ["re:", "fw:", "fwd:", "aw:", "wg:", "sv:", "tr:", "回复", "回覆", "答复", "转发", "轉寄"];

    public static bool AreIn(MimeEntity message, Notice notice)
    {
        if (message.Headers["X-Failed-Recipients"] is not null)
            return true;

        var signs = (IsFromDaemon(message) ? 1 : 0) + (HasSubject(message) ? 1 : 0) + (IsFromNobody(message) ? 1 : 0)
            + (Openers.IsIn(notice.Text.ToLowerInvariant().Replace('\n', ' ')) ? 1 : 0);
        return signs >= 2;
    }

    /// <summary>A reader's filter refuses by receipt (RFC 5429), as some hosts do where a box is full.</summary>
    public static bool IsRefusal(MimeEntity message) =>
        (message.Headers["Auto-Submitted"] ?? "").Contains("rejected", StringComparison.OrdinalIgnoreCase);

    /// <summary>True where sender or subject alone make it a notice, and no answering machine's mail.</summary>
    public static bool AreStrong(MimeEntity message) =>
        message.Headers["X-Failed-Recipients"] is not null || IsFromDaemon(message) || HasSubject(message);

    private static bool IsFromDaemon(MimeEntity message)
    {
        var from = (message.Headers["From"] ?? "").ToLowerInvariant();
        return DaemonNames.IsIn(from)
            || message.Headers.Mailboxes("From").Any(mailbox => Array.Exists(
                Daemons, name => mailbox.Address.StartsWith(name, StringComparison.OrdinalIgnoreCase)));
    }

    private static bool HasSubject(MimeEntity message)
    {
        var subject = (message.Headers["Subject"] ?? "").ToLowerInvariant();
        return !Array.Exists(Answers, answer => subject.StartsWith(answer, StringComparison.Ordinal))
            && Subjects.IsIn(subject);
    }

    /// <summary>RFC 5321 §6.1: notices leave with the null path, as answers of machines do.</summary>
    private static bool IsFromNobody(MimeEntity message) =>
        Encoding.ASCII.GetString(message.Headers.Raw("Return-Path").Span).Trim() == "<>";
}
