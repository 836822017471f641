using Digest.Mail.Bounces;

namespace Digest.UnitTests.Mail.Bounces;

/// <summary>Notices as large hosts and carriers write them, in several languages.</summary>
internal static class HostNotices
{
    public static WrittenNotice[] All { get; } =
    [
        new(
            "KDDI: disabled", "Mail Delivery <MAILER-DAEMON@mx.host.example>",
            "Mail System Error - Returned Mail", BounceClass.Hard, "gone@reader.example",
            """
            The user(s) account is disabled.

             <gone@reader.example>: 550 user unknown

            ---
            """),
        new(
            "KDDI: limited", "Mail Delivery <MAILER-DAEMON@mx.host.example>",
            "Mail System Error - Returned Mail", BounceClass.Soft, "limited@reader.example",
            """
            The following recipients did not receive this message:

                <limited@reader.example>

            The user(s) account is temporarily limited.
            """),
        new(
            "AOL", "MAILER-DAEMON@isp.example",
            "Mail Delivery Problem", BounceClass.Block, "some@reader.example",
            """
            Your mail to the following recipients could not be delivered because they are not accepting mail
            from news@letters.example:
            	some@reader.example
            """),
        new(
            "Verizon", "post_master@carrier.example",
            "Undeliverable Message", BounceClass.Hard, "5551112222@reader.example",
            """
            Error: No valid recipients for this MM

            Message to: <5551112222@reader.example>
            """),
        new(
            "SoftBank", "MAILER-DAEMON@softbank.example",
            "Returned mail: see transcript", BounceClass.Hard, "gone@reader.example",
            """
               ----- The following addresses had permanent fatal errors -----
            <gone@reader.example>
                (reason: 550 Invalid recipient: <gone@reader.example>)
            """),
        new(
            "docomo", "mail-daemon@mobile.example",
            "メールエラー", BounceClass.Hard, "gone@reader.example",
            """
            次のあて先へのメッセージはエラーのため送信できませんでした。

             gone@reader.example

            送信先メールアドレスが見つかりませんでした。
            """),
        new(
            "au", "Postmaster@mobile.example",
            "Mail System Error", BounceClass.Hard, "gone@reader.example",
            """
            次の受信者への配信ができませんでした。
            <gone@reader.example>
            宛先不明
            """),
        new(
            "QQ Mail", "PostMaster@qq.example",
            "来自qq.example的退信", BounceClass.Hard, "gone@reader.example",
            """
            <div>抱歉，您的邮件被退回来了……</div><div>原邮件信息：</div><table><tr><td>主题：
            </td><td>周刊</td></tr><tr><td>收件人：</td><td>gone@reader.example</td></tr></table>
            <p>退信原因：</p><p>收件人邮件地址（gone@reader.example）不存在，邮件无法送达。</p><p>建议解决方案：温馨提示您：请检查</p>
            """) { IsHtml = true },
        new(
            "NetEase", "Postmaster@163.example",
            "系统退信", BounceClass.Soft, "full@reader.example",
            """
            抱歉，您的邮件被退回。
            收件人：full@reader.example
            退信原因：收件人邮箱已满
            """),
        new(
            "German host", "Mailer-Daemon@web.example",
            "Unzustellbar: Weekly", BounceClass.Soft, "voll@reader.example",
            """
            Ihre Nachricht konnte nicht zugestellt werden an:
              voll@reader.example
            Grund: Das Postfach ist voll.
            """),
        new(
            "Gmail in French",
            "Mail Delivery Subsystem <mailer-daemon@googlemail.example>\nX-Failed-Recipients: gone@reader.example",
            "Delivery Status Notification (Failure)", BounceClass.Hard, "gone@reader.example",
            """
            ** Adresse introuvable **

            Votre message n'a pas été remis à gone@reader.example, car l'adresse est introuvable ou ne peut pas
            recevoir de messages.
            """),
    ];
}
