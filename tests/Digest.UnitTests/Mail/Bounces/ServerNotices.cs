using Digest.Mail.Bounces;

namespace Digest.UnitTests.Mail.Bounces;

/// <summary>Notices as further mail servers and sending services write them.</summary>
internal static class ServerNotices
{
    private const string Daemon = "Mail Delivery <MAILER-DAEMON@mx.host.example>";

    public static WrittenNotice[] All { get; } =
    [
        new(
            "Courier", "\"Courier mail server at mx.host.example\" <>",
            "NOTICE: mail delivery status.", BounceClass.Hard, "gone@reader.example",
            """
            This is a delivery status notification from mx.host.example,
            running the Courier mail server, version 0.65.2.

                                       UNDELIVERABLE MAIL

            Your message to the following recipients cannot be delivered:

            <gone@reader.example>:
                mx.reader.example [192.0.2.1]:
            <<< 550 5.1.1 <gone@reader.example>... User Unknown

            ---------------------------------------------------------------------------

            If your message was also sent to additional recipients, their delivery
            status is not included in this report.
            """),
        new(
            "OpenSMTPD", "Mailer Daemon <MAILER-DAEMON@mx.host.example>",
            "Delivery status notification: error", BounceClass.Soft, "full@reader.example",
            """
                Hi!

                This is the MAILER-DAEMON, please DO NOT REPLY to this email.

                An error has occurred while attempting to deliver a message for
                the following list of recipients:

            full@reader.example: 552 5.2.2 <full@reader.example>... Mailbox Full

                Below is a copy of the original message:

            Received: from localhost
            """),
        new(
            "DragonFly", "MAILER-DAEMON@mx.host.example",
            "Mail delivery failed", BounceClass.SenderFault, "far@reader.example",
            """
            This is the DragonFly Mail Agent v0.13 at mx.host.example.

            There was an error delivering your mail to <far@reader.example>.

            mx.reader.example [192.0.2.1] did not like our RCPT TO:
            550 5.7.1 <far@reader.example>... Relaying denied

            Message headers follow.

            Received: from root
            """),
        new(
            "Oracle Messaging", "Internet Mail Delivery <postmaster@mx.host.example>",
            "Delivery Notification: Delivery has failed", BounceClass.Hard, "gone@reader.example",
            """
            This report relates to a message you sent with the following header fields:

              Message-id: <1@letters.example>
              From: Weekly <news@letters.example>
              To: gone@reader.example
              Subject: Weekly

            Your message cannot be delivered to the following recipients:

              Recipient address: gone@reader.example
              Reason: Remote SMTP server has rejected address
              Diagnostic code: smtp;550 5.1.1 <gone@reader.example>... User Unknown
              Remote system: dns;mx.reader.example (TCP|192.0.2.1|25)
            """),
        new(
            "Yahoo", "MAILER-DAEMON@mail.host.example",
            "Failure Notice", BounceClass.Hard, "gone@reader.example",
            """
            Sorry, we were unable to deliver your message to the following address.

            <gone@reader.example>:
            554: delivery error: dd This user doesn't have a reader.example account (gone@reader.example) [0]

            --- Below this line is a copy of the message.

            Received: from a
            """),
        new(
            "Zoho", "mailer-daemon@mail.host.example",
            "Undelivered Mail Returned to Sender", BounceClass.Hard, "gone@reader.example",
            """
            This message was created automatically by mail delivery software.
             A message that you sent could not be delivered to one or more of its recipients. This is a permanent error.

            gone@reader.example Invalid Address, ERROR_CODE :5.1.1 <gone@reader.example>... User unknown
            """),
        new(
            "GMX", Daemon, "Mail delivery failed: returning message to sender", BounceClass.Hard, "gone@reader.example",
            """
            This message was created automatically by mail delivery software.

            A message that you sent could not be delivered to one or more of
            its recipients. This is a permanent error. The following address
            failed:

            "gone@reader.example":
            SMTP error from remote server after RCPT command:
            host: mx.reader.example
            5.1.1 <gone@reader.example>... User Unknown
            """),
        new(
            "Amazon SES: never sent", "MAILER-DAEMON@ses.host.example",
            "Delivery Status Notification (Failure)", BounceClass.Hard, "gone@reader.example",
            """
            An error occurred while trying to deliver the mail to the following recipients:
            gone@reader.example
            The service has suppressed sending to this address because it has a recent history of bouncing.
            """),
        new(
            "Exchange Online in HTML", "Postmaster <postmaster@office.example>",
            "Undeliverable: Weekly", BounceClass.Hard, "gone@reader.example",
            """
            <html><body><p><b>Your message to gone@reader.example couldn't be delivered.</b></p>
            <p>gone wasn't found at reader.example.</p><p>Unknown To address</p>
            <table><tr><td>Contact postmaster@reader.example for help.</td></tr></table></body></html>
            """) { IsHtml = true },
        new(
            "Exchange Online: only certain senders", "Postmaster <postmaster@office.example>",
            "Undeliverable: Weekly", BounceClass.Block, "staff@reader.example",
            """
            Delivery has failed to these recipients or groups:

            staff@reader.example
            Your message couldn't be delivered because you don't have permission to send to this recipient.
            """),
        new(
            "Korean host", "Postmaster@mail.kr.example",
            "메일 반송 안내", BounceClass.Hard, "gone@reader.example",
            """
            메일이 전송되지 못하고 반송되었습니다.
            받는 사람: gone@reader.example
            사유: 존재하지 않는 메일 주소입니다.
            """),
        new(
            "Russian host", "mailer-daemon@mail.ru.example",
            "Недоставленное сообщение", BounceClass.Soft, "full@reader.example",
            """
            Письмо не может быть доставлено: full@reader.example
            Ящик получателя переполнен.
            """),
        new(
            "Italian host", Daemon, "Mancato recapito", BounceClass.Hard, "gone@reader.example",
            """
            Impossibile recapitare a gone@reader.example
            Destinatario sconosciuto o mailbox disattivata
            """),
        new(
            "carrier in Japan: refused by the reader's list", "MAILER-DAEMON@mobile.example",
            "Mail System Error - Returned Mail", BounceClass.Block, "kept@reader.example",
            """
            次の受信者への配信ができませんでした。
            <kept@reader.example>
            迷惑メールフィルタで受信拒否されています。
            """),
    ];
}
