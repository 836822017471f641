using Digest.Mail.Bounces;

namespace Digest.UnitTests.Mail.Bounces;

/// <summary>Notices as office servers and gateways write them.</summary>
internal static class OfficeNotices
{
    public static WrittenNotice[] All { get; } =
    [
        new(
            "Exchange 2003", "Mail Delivery <MAILER-DAEMON@mx.host.example>",
            "Undeliverable: Weekly", BounceClass.Hard, "gone@reader.example",
            """
            Your message

              To:      gone@reader.example
              Subject: Weekly
              Sent:    Thu, 29 Apr 2010 18:14:35 -0500

            did not reach the following recipient(s):

            gone@reader.example on Thu, 29 Apr 2010 18:14:35 -0500
                The recipient name is not recognized
            	The MTS-ID of the original message is: c=us;a= ;p=x;l=Y-100
                MSEXCH:IMS:ORG:SITE:HOST 0 (000C05A6) Unknown Recipient
            """),
        new(
            "Exchange 5.5", "Mail Delivery <MAILER-DAEMON@mx.host.example>",
            "Undeliverable", BounceClass.Soft, "full@reader.example",
            """
            Your message did not reach some or all of the intended recipients.

                  Subject:	Weekly
                  Sent:	29/04/1999 23:34

            The following recipient(s) could not be reached:

                  full@reader.example on 29/04/1999 23:34
                        The recipient's mailbox is full
                        <mail.reader.example #5.2.2>
            """),
        new(
            "Notes, reasons first", "Mail Delivery <MAILER-DAEMON@mx.host.example>",
            "DELIVERY FAILURE: User not listed", BounceClass.Hard, "gone@reader.example",
            """
            ------- Failure Reasons  --------

            User not listed in public Name & Address Book
            gone@reader.example

            ------- Returned Message --------

            Received: from a by b; Thu, 29 Apr 2010 23:34:45 +0900
            To: gone@reader.example
            Message-ID: <1@letters.example>
            """),
        new(
            "Notes", "Mail Delivery <MAILER-DAEMON@mx.host.example>",
            "DELIVERY FAILURE", BounceClass.Hard, "gone@reader.example",
            """
            Your message

              Subject: Weekly

            was not delivered to:

              gone@reader.example

            because:

              User gone (gone@reader.example) not listed in Domino Directory
            """),
        new(
            "Domino: loop", "MAILER-DAEMON@notes.example",
            "Undeliverable mail", BounceClass.Soft, "gone@reader.example",
            """
            Your message

              Subject: x

            was not delivered to:

              gone@reader.example

            because:

              Error transferring to reader.example; Maximum hop count exceeded.  Message probably in a routing loop.
            """),
        new(
            "GroupWise", "Mail Delivery <MAILER-DAEMON@mx.host.example>",
            "Message status - undeliverable", BounceClass.Soft, "full@reader.example",
            """
            The message that you sent was undeliverable to the following:
            	full@reader.example (The recipient's mailbox is full. )

            Possibly truncated original message follows:

            Subject: x
            """),
        new(
            "IMail: unknown", "Mail Delivery <MAILER-DAEMON@mx.host.example>",
            "Undeliverable Mail", BounceClass.Hard, "gone@reader.example",
            """
            Unknown user: gone@reader.example

            Original message follows.

            Received: from a
            Message-ID: <1@letters.example>
            """),
        new(
            "IMail: full", "Mail Delivery <MAILER-DAEMON@mx.host.example>",
            "Undeliverable Mail", BounceClass.Soft, "full@reader.example",
            """
            User mailbox exceeds allowed size: full@reader.example

            Original message follows.
            """),
        new(
            "IMail: given up", "Mail Delivery <MAILER-DAEMON@mx.host.example>",
            "Undeliverable Mail", BounceClass.Soft, "slow@reader.example",
            """
            Delivery failed 20 attempts: slow@reader.example

            Original message follows.
            """),
        new(
            "MailEnable", "Mail Delivery <MAILER-DAEMON@mx.host.example>",
            "Message Delivery Failure", BounceClass.Hard, "gone@reader.example",
            """
            MailEnable: Message could not be delivered to some recipients.
            The following recipient(s) could not be reached:

            	Recipient: [SMTP:gone@reader.example]
            	Reason: Remote SMTP Server Returned: 550 No such user here


            Message headers follow:

            Received: from a
            """),
        new(
            "InterScan", "Mail Delivery <MAILER-DAEMON@mx.host.example>",
            "Mail could not be delivered", BounceClass.Hard, "gone@reader.example",
            """
            Sent >>> RCPT TO:<gone@reader.example>
            Received <<< 550 5.1.1 <gone@reader.example>... user unknown

            Unable to deliver message to <gone@reader.example>
            ************************
            """),
        new(
            "m-FILTER", "Mail Delivery <MAILER-DAEMON@mx.host.example>",
            "failure notice", BounceClass.Hard, "gone@reader.example",
            """
            -------server message
            550 5.1.1 unknown user <gone@reader.example>

            -------unsent mail
            Received: from a
            To: gone@reader.example
            """),
        new(
            "SurfControl", "Postmaster@gw.example",
            "Message Undelivered", BounceClass.Hard, "gone@reader.example",
            """
            Your message could not be sent.
            A transcript of the attempts to send the message follows.
            The number of attempts made: 1
            Addressed To: gone@reader.example

            Thu 29 Apr 2010 23:34:45 +0900
            Failed to send to identified host,
            gone@reader.example: [192.0.2.5], 550 kijitora@example.com... No such user

            --- Message non-deliverable.
            """),
        new(
            "Barracuda", "postmaster@gw.example",
            "**Message you sent blocked by our bulk email filter**", BounceClass.Block, "kept@reader.example",
            """
            Your message to: kept@reader.example
            was blocked by our Spam Firewall. The email you sent with the following subject has NOT BEEN DELIVERED:

            Subject: Weekly
            """),
    ];
}
