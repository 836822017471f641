using System.Text;
using Digest.Deliver;
using Digest.IntegrationTests.Storage;
using Digest.Mail.Bounces;
using Digest.Mail.Mime;
using Digest.Model;
using Digest.Run;
using Digest.Subscribers;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Run;

public sealed class BounceIntakeTests() : StoreContract(TempDatabase.CreateSqliteAsync)
{
    private const string Reader = "gone@reader.example";

    private readonly ReturnPaths _paths = new(
        new ReturnPath(EmailAddress.Parse("bounce@bounces.news.example"), [[.. Enumerable.Repeat((byte)7, 32)]]));

    [Fact]
    public async Task A_dead_address_is_suppressed_with_code_and_words_and_without_the_address()
    {
        var letter = await SendAsync();

        var finding = await TakeAsync(Report(ReturnPathOf(letter), "5.1.1", $"550 5.1.1 <{Reader}> user unknown"));

        Assert.Equal((BounceAct.Suppressed, "hard"), (finding.Act, finding.Kind));
        var suppression = Assert.Single(await Suppressions.ListAsync(Token));
        Assert.Equal(AddressHash.Of(EmailAddress.Parse(Reader)), suppression.AddressHash);
        Assert.Equal("bounce", suppression.Reason);
        Assert.Equal("5.1.1 550 5.1.1 <the address> user unknown", suppression.Evidence);
    }

    [Fact]
    public async Task The_same_report_again_changes_nothing_even_after_an_editor_lifted_the_suppression()
    {
        var report = Report(ReturnPathOf(await SendAsync()), "5.1.1");
        await TakeAsync(report);
        await Suppressions.LiftAsync(AddressHash.Of(EmailAddress.Parse(Reader)), Token);

        Assert.Equal(BounceAct.Known, (await TakeAsync($"Received: from elsewhere\n{report}")).Act);
        Assert.Empty(await Suppressions.ListAsync(Token));
    }

    [Theory]
    [InlineData("5.2.2", BounceAct.Recorded, "soft")]
    [InlineData("5.7.26", BounceAct.Reported, "senderfault")]
    [InlineData("5.7.1", BounceAct.Reported, "block")]
    public async Task What_may_pass_or_is_our_fault_suppresses_nobody(string status, BounceAct act, string kind)
    {
        var finding = await TakeAsync(Report(ReturnPathOf(await SendAsync()), status));

        Assert.Equal((act, kind), (finding.Act, finding.Kind));
        Assert.Empty(await Suppressions.ListAsync(Token));
    }

    [Fact]
    public async Task A_forged_return_path_suppresses_nobody_whatever_else_the_report_shows()
    {
        var letter = await SendAsync();
        var forged = ReturnPathOf(letter).Split('.', 2)[0] + $".{new string('a', 20)}@bounces.news.example";

        var finding = await TakeAsync(Report(forged, "5.1.1", returned: $"Message-ID: <{letter.MessageId}>"));

        Assert.Equal(BounceAct.Unmatched, finding.Act);
        Assert.Empty(await Suppressions.ListAsync(Token));
    }

    [Fact]
    public async Task A_message_id_of_ours_counts_with_the_letters_own_recipient()
    {
        var letter = await SendAsync();
        var returned = $"Message-ID: <{letter.MessageId}>";

        var other = await TakeAsync(
            Report("weekly@news.example", "5.1.1", returned: returned).Replace(Reader, "other@reader.example"));
        var own = await TakeAsync(Report("weekly@news.example", "5.1.1", returned: returned));

        Assert.Equal((BounceAct.Unmatched, BounceAct.Suppressed), (other.Act, own.Act));
    }

    [Fact]
    public async Task A_report_on_nothing_of_ours_suppresses_nobody()
    {
        await SendAsync();

        var finding = await TakeAsync(
            Report("weekly@news.example", "5.1.1", returned: "Message-ID: <made.up@news.example>"));

        Assert.Equal(BounceAct.Unmatched, finding.Act);
        Assert.Empty(await Suppressions.ListAsync(Token));
    }

    [Fact]
    public async Task A_complaint_suppresses_and_unsubscribes()
    {
        var letter = await SendAsync();

        var finding = await TakeAsync(
            $"""
            From: feedback@host.example
            To: abuse@news.example
            Content-Type: multipart/report; report-type=feedback-report; boundary=b

            --b
            Content-Type: message/feedback-report

            Feedback-Type: abuse
            Version: 1
            Original-Mail-From: <{ReturnPathOf(letter)}>

            --b
            Content-Type: message/rfc822

            To: undisclosed-recipients:;
            Subject: Weekly

            --b--
            """);

        Assert.Equal((BounceAct.Suppressed, "complaint"), (finding.Act, finding.Kind));
        Assert.Equal("complaint", Assert.Single(await Suppressions.ListAsync(Token)).Reason);
        var reader = await Subscribers.FindAsync(letter.SubscriberId, Token);
        Assert.Equal(SubscriptionState.Unsubscribed, reader?.State);
    }

    [Fact]
    public async Task A_dry_run_says_what_would_be_done()
    {
        var report = Report(ReturnPathOf(await SendAsync()), "5.1.1");

        Assert.Equal(BounceAct.Suppressed, (await TakeAsync(report, isTrial: true)).Act);
        Assert.Empty(await Suppressions.ListAsync(Token));
        Assert.Equal(BounceAct.Suppressed, (await TakeAsync(report)).Act);
    }

    private string ReturnPathOf(Letter letter) => _paths.For(letter.Id, Some.Newsletter()).Value;

    private Task<BounceFinding> TakeAsync(string mail, bool isTrial = false) => new BounceIntake(
        Database.Get<IBounceStore>(), Suppressions, Subscribers, _paths, new TestClock()).TakeAsync(
            new BounceMail("mail", Encoding.UTF8.GetBytes(mail)), isTrial, Token);

    private async Task<Letter> SendAsync()
    {
        await AddReadersAsync(Reader);
        var issue = await ApproveAsync();
        await Outbox.OpenAsync(issue.Ref, "news.example", Token);
        return Assert.Single(await Letters.ListAsync(issue.Ref, null, Token).ToListAsync(Token));
    }

    private static string Report(string to, string status, string words = "", string returned = "Subject: Weekly") =>
        $"""
        From: MAILER-DAEMON@mx.reader.example
        To: {to}
        Subject: Undelivered Mail
        Content-Type: multipart/report; report-type=delivery-status; boundary=b

        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.reader.example

        Final-Recipient: rfc822; {Reader}
        Action: failed
        Status: {status}
        {(words.Length > 0 ? $"Diagnostic-Code: smtp; {words}" : "Remote-MTA: dns; mx.reader.example")}

        --b
        Content-Type: text/rfc822-headers

        {returned}

        --b--
        """;
}
