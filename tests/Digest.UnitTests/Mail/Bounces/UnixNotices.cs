using Digest.Mail.Bounces;

namespace Digest.UnitTests.Mail.Bounces;

/// <summary>Notices as the mail servers of Unix hosts and their kin write them.</summary>
internal static class UnixNotices
{
    public static WrittenNotice[] All { get; } =
    [
        new(
            "exim: no route", "Mail Delivery <MAILER-DAEMON@mx.host.example>",
            "Mail delivery failed: returning message to sender", BounceClass.Hard, "gone@reader.example",
            """
            This message was created automatically by mail delivery software.

            A message that you sent could not be delivered to one or more of its
            recipients. This is a permanent error. The following address(es) failed:

              gone@reader.example
                Unrouteable address

            ------ This is a copy of your message, including all the headers. ------

            Return-path: <news@letters.example>
            Message-ID: <1@letters.example>
            """),
        new(
            "exim: given up", "Mail Delivery <MAILER-DAEMON@mx.host.example>",
            "Mail delivery failed: returning message to sender", BounceClass.Soft, "slow@reader.example",
            """
            This message was created automatically by mail delivery software.

            The following address(es) failed:

              slow@reader.example
                host mx.reader.example [192.0.2.1]
                retry timeout exceeded
            """),
        new(
            "exim: content refused", "Mail Delivery <MAILER-DAEMON@mx.host.example>",
            "Mail delivery failed", BounceClass.Block, "kept@reader.example",
            """
            A message that you sent could not be delivered to all of its recipients.

              kept@reader.example
                host mx.reader.example [192.0.2.9]
                SMTP error from remote mail server after end of data:
                554 5.7.1 The message from (<news@letters.example>) with the subject of (Weekly) matches a
            profile the Internet community may consider spam (x). Please revise your message before resending.
            """),
        new(
            "exim with its own words", "mailer-daemon@corp.mail.example",
            "Mail failure.", BounceClass.Hard, "gone@reader.example",
            """
            This message was created automatically by mail delivery software.

            A message that you sent could not be delivered to one or more of its
            recipients. The following addresses failed:

              gone@reader.example
                SMTP error from remote mail server after RCPT TO:<gone@reader.example>:
                host mxs.mail.example [192.0.2.1]: 550 Message was not accepted -- invalid mailbox.  Local
            mailbox gone@reader.example is unavailable: user not found
            """),
        new(
            "exim kin: MX Logic", "Mail Delivery System <Mailer-Daemon@mx.example>",
            "Mail delivery failed: returning message to sender", BounceClass.Hard, "gone@reader.example",
            """
            This message was created automatically by mail delivery software.

            A message that you have sent could not be delivered to one or more
            recipients.  This is a permanent error.  The following address failed:

              <gone@reader.example>: 550 5.1.1 <gone@reader.example>... User Unknown

            Included is a copy of the message header:
            -----------------------------------------
            Received: from x
            Message-ID: <1@letters.example>
            """),
        new(
            "postfix: delayed", "Mail Delivery <MAILER-DAEMON@mx.host.example>",
            "Delayed Mail (still being retried)", BounceClass.Soft, "slow@reader.example",
            """
            ####################################################################
            # THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE. #
            ####################################################################

            Your message could not be delivered for more than 4 hour(s).
            It will be retried until it is 5 day(s) old.

            <slow@reader.example>: connect to mx.reader.example[192.0.2.1]:25: Connection refused
            """),
        new(
            "postfix without fields: SPF", "MAILER-DAEMON@mx.host.example",
            "Undelivered Mail Returned to Sender", BounceClass.SenderFault, "kept@reader.example",
            """
            This is the mail system at host mx.host.example.

            <kept@reader.example>: host mx.reader.example[192.0.2.1] said: 550 5.7.23 <kept@reader.example>:
            Recipient address rejected: Message rejected due to: SPF fail - not authorized (in reply to RCPT TO
            command)
            """),
        new(
            "sendmail 5", "Mail Delivery <MAILER-DAEMON@mx.host.example>",
            "Returned mail: Host unknown", BounceClass.Hard, "gone@nohost.example",
            """
               ----- Transcript of session follows -----
            550 5.1.2 <gone@nohost.example>... Host unknown (Name server: nohost.example: host not found)

               ----- Unsent message follows -----
            Received: by x
            Message-ID: <1@letters.example>
            """),
        new(
            "Active!hunter", "Mail Delivery <MAILER-DAEMON@mx.host.example>",
            "FAILURE NOTICE :", BounceClass.Hard, "gone@reader.example",
            """
              ----- The following addresses had permanent fatal errors -----

            >>> gone@reader.example <gone@reader.example>

               ----- Transcript of session follows -----
            550 sorry, no mailbox here by that name (#5.1.1 - chkusr)
            """),
        new(
            "Apache James", "Mail Delivery <MAILER-DAEMON@mx.host.example>",
            "[BOUNCE]", BounceClass.Block, "spamed@reader.example",
            """
            Hi. This is the James mail server at mx.host.example.
            I'm afraid I wasn't able to deliver your message to the following addresses.
            This is a permanent error; I've given up. Sorry it didn't work out.  Below
            I include the list of recipients and the reason why I was unable to deliver
            your message.


            Failed recipient(s):
            spamed@reader.example


            Error message:
            554 5.7.1 Service unavailable; Client host [192.0.2.4] blocked using bl.example
            """),
        new(
            "CommuniGate Pro", "Mail Delivery <MAILER-DAEMON@mx.host.example>",
            "Undeliverable mail: Weekly", BounceClass.Hard, "gone@reader.example",
            """
            Failed to deliver to 'gone@reader.example'
            SMTP module(domain reader.example) reports:
             host mx.reader.example says:
             550 5.1.1 unknown user
            """),
        new(
            "short list in brackets", "Mail Delivery <MAILER-DAEMON@mx.host.example>",
            "Returned Mail: User unknown", BounceClass.Hard, "gone@reader.example",
            """
            The original message was received at Thu, 29 Apr 2010 23:34:45 +0900
            from news@letters.example

            ---The following addresses had delivery errors---

            gone@reader.example [User unknown]
            """),
        new(
            "numbered errors", "Mail Delivery <MAILER-DAEMON@mx.host.example>",
            "There was an error sending your mail", BounceClass.Hard, "gone@reader.example",
            """
            We had trouble delivering your message. Full details follow:

            Subject: 'Weekly'
            Date: 'Thu, 29 Apr 2010 23:34:45 +0900'

            1 error(s):

            SMTP Server <mta2.reader.example> rejected recipient <gone@reader.example>
              (Error following RCPT command). It responded as follows: [550 5.1.1 unknown user]
            """),
        new(
            "Biglobe", "Mail Delivery <MAILER-DAEMON@mx.host.example>",
            "Returned mail: Service unavailable", BounceClass.Soft, "full@reader.example",
            """
               ----- The following addresses had delivery problems -----
            full@reader.example

               ----- Non-delivered information -----
            The number of messages in recipient's mailbox exceeded the local limit.
            """),
    ];
}
