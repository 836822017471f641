using Digest.Mail.Mime;
using Digest.Testing.Servers;
using Xunit;

namespace Digest.IntegrationTests.Interop;

/// <summary>Reports that Postfix itself writes, because the next server does not want the letter.</summary>
public sealed class BounceTests(MailHostFixture mail)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mailbox_that_is_not_there_comes_back_to_the_return_path()
    {
        var report = await ReportAsync("gone", $"hanako@{MailHost.RefusedDomain}");

        Assert.Contains("Return-Path: <>", report.Added);
        Assert.Contains("To: gone+verp@rcpt.example\r\n", report.Text);
        Assert.Contains("Content-Type: multipart/report; report-type=delivery-status;", report.Text);
        Assert.Contains($"Final-Recipient: rfc822; hanako@{MailHost.RefusedDomain}\r\n", report.Text);
        Assert.Contains("Action: failed\r\nStatus: 5.1.1\r\n", report.Text);
    }

    [Fact]
    public async Task A_busy_mailbox_comes_back_as_a_delay()
    {
        var report = await ReportAsync("late", $"hanako@{MailHost.BusyDomain}");

        Assert.Contains("To: late+verp@rcpt.example\r\n", report.Text);
        Assert.Contains("Action: delayed\r\nStatus: 4.2.1\r\n", report.Text);
    }

    private async Task<DeliveredMail> ReportAsync(string mailbox, string recipient)
    {
        var host = await mail.StartAsync();
        var letter = SignedLetters.OfSampleIssue(recipient);
        await mail.SendAsync(letter with { Sender = EmailAddress.Parse($"{mailbox}+verp@rcpt.example") });
        return Assert.Single(await host.MailsAsync($"{mailbox}@rcpt.example", 1, Token));
    }
}
