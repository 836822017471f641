using Digest.Mail.Bounces;
using Digest.Mail.Mime;
using Digest.Mail.Mime.Reading;
using Digest.Mail.Smtp;
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
        var recipient = Read(report);
        Assert.Equal($"hanako@{MailHost.RefusedDomain}", recipient.Address);
        Assert.Equal((BounceAction.Failed, BounceClass.Hard), (recipient.Action, recipient.Class));
        Assert.Equal("5.1.1", $"{recipient.Code}");
    }

    [Fact]
    public async Task A_busy_mailbox_comes_back_as_a_delay()
    {
        var report = await ReportAsync("late", $"hanako@{MailHost.BusyDomain}");

        Assert.Contains("To: late+verp@rcpt.example\r\n", report.Text);
        var recipient = Read(report);
        Assert.Equal((BounceAction.Delayed, BounceClass.Soft), (recipient.Action, recipient.Class));
        Assert.Equal("4.2.1", $"{recipient.Code}");
    }

    [Fact]
    public async Task A_report_brings_back_the_envelope_id_and_the_header_alone()
    {
        var host = await mail.StartAsync();
        var letter = SignedLetters.OfSampleIssue($"hanako@{MailHost.RefusedDomain}");
        var envelope = new SmtpEnvelope(EmailAddress.Parse("asked@rcpt.example"), letter.Recipient)
        {
            Dsn = new SmtpDsn { EnvelopeId = "weekly/6 +1=a" },
        };

        await SingleSession.SendAsync(envelope, letter.Message, await mail.EndpointAsync(), Token);
        var report = Assert.Single(await host.MailsAsync("asked@rcpt.example", 1, Token));

        Assert.Equal("weekly/6 +1=a", ReadReport(report).EnvelopeId);
        Assert.Contains($"Original-Recipient: rfc822;hanako@{MailHost.RefusedDomain}\r\n", report.Text);
        Assert.Contains("Content-Type: text/rfc822-headers\r\n", report.Text);
    }

    private static BouncedRecipient Read(DeliveredMail report) => Assert.Single(ReadReport(report).Recipients);

    private static BounceReading.DeliveryReport ReadReport(DeliveredMail report) =>
        Assert.IsType<BounceReading.DeliveryReport>(BounceReader.Read(MimeReader.Read(report.Octets)));

    private async Task<DeliveredMail> ReportAsync(string mailbox, string recipient)
    {
        var host = await mail.StartAsync();
        var letter = SignedLetters.OfSampleIssue(recipient);
        await mail.SendAsync(letter with { Sender = EmailAddress.Parse($"{mailbox}+verp@rcpt.example") });
        return Assert.Single(await host.MailsAsync($"{mailbox}@rcpt.example", 1, Token));
    }
}
