using System.Text;
using Digest.Gather.Mailbox;
using Digest.Gather.Mails;
using Digest.Model;
using Digest.Testing;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Gather.Mailbox;

public sealed class MailboxItemTests
{
    [Fact]
    public void Html_is_preferred_and_cleaned()
    {
        var item = Item("""
            From: Driftwood News <news@driftwood.example>
            Subject: [浮木周报] 第12期
            Message-ID: <12@driftwood.example>
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary=b

            --b
            Content-Type: text/plain

            plain
            --b
            Content-Type: text/html; charset=utf-8

            <p onclick="x()">锚 <b>1.2</b><script>x()</script><img src="https://t.example/p.gif?u=7" alt=""></p>
            --b--
            """);

        Assert.Equal(("12@driftwood.example", "[浮木周报] 第12期", "锚 **1.2**"), (item.ExternalId, item.Title, item.Body));
        Assert.Equal("Driftwood News", item.Author);
    }

    [Fact]
    public void Attached_mail_stands_for_the_one_that_passes_it_on()
    {
        var item = Item("""
            From: Editor <editor@driftwood.example>
            Subject: Fwd: news
            Message-ID: <outer@x>
            Content-Type: multipart/mixed; boundary=b

            --b

            For the next issue.
            --b
            Content-Type: message/rfc822

            From: Sail News <news@sail.example>
            Subject: Sail 3 is out
            Message-ID: <inner@x>
            Date: Wed, 11 Nov 2026 08:00:00 +0900

            It is out.
            --b--
            """);

        Assert.Equal(("inner@x", "Sail 3 is out", "It is out."), (item.ExternalId, item.Title, item.Body));
        Assert.Equal("Sail News", item.Author);
        Assert.Equal([ObjectKey.Message("inner@x"), ObjectKey.Message("outer@x")], item.Objects);
    }

    [Theory]
    [InlineData("Fwd: x", "------- Forwarded message -------", "From: Sail News <n@sail.example>", "Subject: Sail 3")]
    [InlineData("转发：x", "---------- 转发的邮件 ----------", "发件人： Sail News <n@sail.example>", "主题： Sail 3")]
    [InlineData("Fw: x", "-----Original Message-----", "差出人: Sail News <n@sail.example>", "件名: Sail 3")]
    [InlineData("Fwd: x", "Begin forwarded message:", "From: Sail News <n@sail.example>", "Subject: Sail 3")]
    public void Mail_passed_on_in_the_text_is_found(string subject, string mark, string from, string passedOn)
    {
        var item = Item(
            $"From: Ed <e@x>\nSubject: {subject}\n\nSee below.\n\n{mark}\n{from}\n{passedOn}\n\nIt is out.\n");

        Assert.Equal(("Sail 3", "Sail News", "It is out."), (item.Title, item.Author, item.Body));
    }

    [Fact]
    public void Mail_passed_on_in_html_is_found()
    {
        var item = Item("""
            From: Ed <e@x>
            Subject: Fwd: x
            Content-Type: text/html

            <div>---------- Forwarded message ---------<br>From: <b>Sail News</b> <span>&lt;<a
            href="mailto:n@sail.example">n@sail.example</a>&gt;</span><br>Date: Wed, Nov 11, 2026 at 8:00 AM<br>
            Subject: Sail 3<br>To: &lt;e@x.example&gt;<br></div><p>It is out.</p>
            """);

        Assert.Equal(("Sail 3", "Sail News", "It is out."), (item.Title, item.Author, item.Body));
    }

    [Fact]
    public void Ways_to_leave_and_tracking_are_taken_out()
    {
        var item = Item("""
            From: News <n@x>
            Subject: News
            List-Unsubscribe: <https://n.example/leave/s3cret>, <mailto:x@n.example>
            Content-Type: text/html; charset=utf-8

            <p><a href="https://n.example/v/s3cret">View this email in your browser</a></p>
            <p>Read <a href="https://sail.example/3?utm_source=news&amp;id=7&amp;mc_eid=s3cret">Sail 3</a>.</p>
            <p><a href="https://n.example/leave/s3cret">here</a></p><p><a href="https://n.example/x/s3cret">退订</a></p>
            <p><a href="https://n.example/p"><img src="https://t.example/s3cret.png" alt="Logo"></a></p>
            """);

        Assert.DoesNotContain("s3cret", item.Body);
        Assert.Contains("[Sail 3](https://sail.example/3?id=7)", item.Body);
        Assert.Contains("[Logo](https://n.example/p)", item.Body);
    }

    [Fact]
    public void Address_of_the_archive_is_the_items() => Assert.Equal(
        "https://n.example/12", Item("Subject: a\nArchived-At: <https://n.example/12>\n\nb").Url);

    [Theory]
    [InlineData("https://a.example/?utm_medium=x", "https://a.example/")]
    [InlineData("https://a.example/?a=1&utm_medium=x#f", "https://a.example/?a=1#f")]
    [InlineData("https://a.example/?p=481", "https://a.example/?p=481")]
    [InlineData("https://a.example/#?utm_x=1", "https://a.example/#?utm_x=1")]
    public void Tracking_goes_and_identity_stays(string address, string free) =>
        Assert.Equal(free, TrackingFreeAddress.Of(address));

    [Fact]
    public void Any_octets_become_an_item() => Prop.ForAll<byte[]>(octets =>
        Item([.. "Subject: Fwd: a\nContent-Type: text/html\n\n"u8, .. octets]).Title == "a").QuickCheckThrowOnFailure();

    private static GatheredItem Item(string mail) => Item(Encoding.UTF8.GetBytes(mail));

    private static GatheredItem Item(byte[] mail) => MailboxItem.Of(
        ListMailReader.Read(mail, "zh-CN"), Some.Request(new SourceDefinition { Id = "inbox", Type = "mailbox" }));
}
