using Digest.Mail.Bounces;

namespace Digest.UnitTests.Mail.Bounces;

/// <summary>Notices as filters, gateways and smaller mail servers write them.</summary>
internal static class GatewayNotices
{
    private const string Daemon = "Mail Delivery <MAILER-DAEMON@mx.host.example>";

    public static WrittenNotice[] All { get; } =
    [
        new(
            "MDaemon: a whole dialogue", "MDaemon@mx.host.example",
            "Permanent Delivery Failure", BounceClass.Soft, "full@reader.example",
            """
            The attached message had PERMANENT fatal delivery errors!

            The following addresses did NOT receive a copy of your message:

            > full@reader.example

            --- Session Transcript ---
             Attempting SMTP connection to [192.0.2.7 : 25]
             Waiting for socket connection...
             Socket connection established
             220 mx.reader.example ready
             EHLO mx.host.example
             250-mx.reader.example Hello
             250-EXPN
             250-ETRN
             250-AUTH LOGIN
             250-8BITMIME
             250 SIZE 40000000
             MAIL From:<news@letters.example> SIZE=1861
             250 <news@letters.example>, Sender ok
             RCPT To:<full@reader.example>
             552 Message for <full@reader.example> would exceed mailbox quota
             QUIT
            """),
        new(
            "gateway to X.400", "System Administrator <postmaster@office.example>",
            "Undeliverable: Weekly", BounceClass.Hard, "gone@reader.example",
            """
            Your message

              To:      someone-else@lists.example
              Subject: Weekly

            did not reach the following recipient(s):

            c=US;a= ;p=OFFICE;o=SITE;dda:SMTP=gone@reader.example; on Fri, 4 Oct 2002
                The recipient name is not recognized
            """),
        new(
            "reason in a later paragraph", "MAILER-DAEMON@mx.host.example",
            "Undelivered Mail", BounceClass.Soft, "full@reader.example",
            """
            Undeliverable Address: full@reader.example

            Reason: It has been returned because the recipient is over disk quota. This
            account will not be able to receive any email until some of it is removed.
            """),
        new(
            "address and answer grown together", Daemon,
            "Returned mail", BounceClass.Hard, "gone@reader.example",
            """
               ----- Transcript of session follows -----
            550 gone@reader.example...User unknown
            """),
        new(
            "name server without an answer", Daemon,
            "Undelivered Mail Returned to Sender", BounceClass.Soft, "slow@reader.example",
            """
            <slow@reader.example>: Name service error for domain reader.example: Host not
                found, try again
            """),
        new(
            "a scanner's name is no verdict", "gateway@mx.host.example",
            "Mail could not be delivered", BounceClass.Soft, "slow@reader.example",
            """
            ****** Message from the VirusWall gateway ******

            The following mail could not be delivered to slow@reader.example.
            Reason: Exceeded maximum delivery attempts.
            """),
        new(
            "service that names itself otherwise", "Smtp_Mail_Service@mx.host.example",
            "Returned Mail - Error During Delivery", BounceClass.Hard, "gone@reader.example",
            """
            ------ Failed Recipients ------

            <gone@reader.example>: Requested action not taken: mailbox unavailable. [SMTP Error Code 550]
            -------- Returned Mail --------

            Received: from a
            """),
        new(
            "error while being processed", Daemon,
            "Processing Error", BounceClass.Soft, "some@reader.example",
            """
            Intended recipient: some@reader.example

            The following mail has been returned because it encountered an error
            while being processed.  Please try to resend this message.
            """),
        new(
            "IMail: userid", "Postmaster <postmaster@mx.host.example>",
            "Undeliverable Mail", BounceClass.Hard, "gone@reader.example",
            """
            Invalid final delivery userid: gone@reader.example

            Original message follows.
            """),
        new(
            "quoted letter speaks of refusal", "admin@mx.host.example",
            "Non-Delivery: Weekly", BounceClass.Soft, "some@reader.example",
            """
            --- Non-Delivery Report ---
            The email below could not be delivered to the following user:

            "some@reader.example" <some@reader.example>

            Old message:

            Your post is blocked until a moderator has looked for spam.
            """),
        new(
            "MailMarshal", "<postmaster@mx.host.example>",
            "Undeliverable Mail: Weekly", BounceClass.Hard, "gone@reader.example",
            """
            Your message:
               From:    news@letters.example
               Subject: Weekly
            Could not be delivered because of

            550 5.1.1 User unknown

            The following recipients were affected:
                gone@reader.example

            Additional Information
            ======================
            Original Sender:    <news@letters.example>
            """),
        new(
            "McAfee", "MAILER-DAEMON@mx.host.example",
            "User unknown", BounceClass.Hard, "gone@reader.example",
            """
            --- The following addresses had delivery problems ---

            <gone@reader.example>   (User unknown gone@reader.example)
            """),
        new(
            "Barracuda: quarantined at a domain of spam", "postmaster@gw.example",
            "Undelivered Mail Returned to Sender", BounceClass.Block, "kept@reader.example",
            """
            <kept@reader.example>: host gw.example[192.0.2.1] said: 554 Service
                unavailable; Client host [letters.example] blocked using the reputation list
            """),
    ];
}
