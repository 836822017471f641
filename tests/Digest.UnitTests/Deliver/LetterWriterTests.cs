using System.Text;
using Digest.Deliver;
using Digest.Mail.Mime;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Deliver;

public sealed class LetterWriterTests
{
    private static readonly Newsletter Newsletter = Some.Newsletter();
    private static readonly DateTimeOffset Date = new(2026, 11, 13, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("From: =?utf-8?B?56S+5Yy65Yqo5oCB?= <weekly@news.example>")]
    [InlineData("Reply-To: =?utf-8?B?56S+5Yy65Yqo5oCB?= <weekly@news.example>")]
    [InlineData("To: reader@example.com")]
    [InlineData("Date: Fri, 13 Nov 2026 10:00:00 +0000")]
    [InlineData("Message-ID: <m1.1@news.example>")]
    [InlineData("List-Id: =?utf-8?B?56S+5Yy65Yqo5oCB5ZGo5YiK?= <weekly.news.example>")]
    [InlineData("List-Unsubscribe-Post: List-Unsubscribe=One-Click")]
    [InlineData("List-Archive: <https://news.example/weekly/>")]
    [InlineData("Feedback-ID: 1:weekly:newsletter:news.example")]
    [InlineData("Auto-Submitted: auto-generated")]
    [InlineData("Precedence: bulk")]
    [InlineData("MIME-Version: 1.0")]
    public void Every_letter_has_the_headers_that_large_providers_ask_for(string line) =>
        Assert.Contains($"\r\n{line}\r\n", "\r\n" + Write(), StringComparison.Ordinal);

    [Fact]
    public void The_unsubscribe_header_has_one_https_address_with_the_readers_token()
    {
        var line = Write().Split("\r\n").Single(line => line.StartsWith("List-Unsubscribe:", StringComparison.Ordinal));
        var token = line.Split("/unsubscribe/")[1].TrimEnd('>');

        Assert.StartsWith("List-Unsubscribe: <https://news.example/unsubscribe/", line, StringComparison.Ordinal);
        Assert.True(new UnsubscribeTokens(new byte[32]).TryRead(token, out var newsletter, out var subscriber));
        Assert.Equal(("weekly", "reader1"), (newsletter, subscriber));
    }

    [Fact]
    public void The_slots_of_both_parts_are_filled()
    {
        var issue = Some.IssueToSend() with
        {
            Html = $"<a href=\"{LetterSlots.Unsubscribe}\">x</a>",
            Text = LetterSlots.Unsubscribe,
        };
        var text = Write(issue).Replace("=\r\n", "", StringComparison.Ordinal);

        Assert.DoesNotContain("slot.invalid", text, StringComparison.Ordinal);
        Assert.Equal(3, text.Split("https://news.example/unsubscribe/").Length - 1);
    }

    [Fact]
    public void A_subject_from_a_feed_cannot_turn_its_direction_or_break_its_line()
    {
        var text = Write(Some.IssueToSend() with { Subject = "\u202Egnp.exe\u2066 a\r\nBcc: evil@x.example" });

        Assert.Contains("\r\nSubject: gnp.exe a  Bcc: evil@x.example\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_title_gives_way_to_the_identifier_of_the_list()
    {
        var newsletter = Some.Newsletter() with { Title = new string('社', 100) };

        var text = Write(newsletter: newsletter);
        Assert.Contains("\r\nList-Id: <weekly.news.example>\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_letter_gives_the_same_octets() => Assert.Equal(Write(), Write());

    [Fact]
    public void Letters_of_many_issues_in_turn_stay_apart()
    {
        var writer = Some.LetterWriter();
        var issues = Enumerable.Range(1, 12).Select(i => Some.IssueToSend() with { Subject = $"No. {i}" }).ToList();

        Assert.All(issues.Concat(issues), issue =>
        {
            using var letter = WriteTo(writer, issue);
            var text = Encoding.UTF8.GetString(letter.WrittenSpan);
            Assert.Contains($"\r\nSubject: {issue.Subject}\r\n", text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_letter_allocates_less_than_four_kilobytes_once_its_issue_is_compiled()
    {
        const int Letters = 100;
        var writer = Some.LetterWriter();
        var issue = Some.IssueToSend() with { Html = new string('x', 40_000) };
        for (var i = 0; i < Letters; i++)
            WriteTo(writer, issue).Dispose();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Letters; i++)
            WriteTo(writer, issue).Dispose();

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Letters, 0, 4096);
    }

    private static PooledBuffer WriteTo(LetterWriter writer, FrozenIssue issue) => writer.Write(
        Newsletter, issue, "reader1", Some.Mailbox("reader@example.com", "林海"), "m1.1@news.example", Date);

    private static string Write(FrozenIssue? issue = null, Newsletter? newsletter = null) => Encoding.UTF8.GetString(
        Some.Letter(
            newsletter ?? Newsletter,
            issue ?? Some.IssueToSend(),
            "reader1",
            new Mailbox(null, EmailAddress.Parse("reader@example.com")),
            "m1.1@news.example",
            Date));
}
