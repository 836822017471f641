using Digest.Deliver;
using Digest.Mail.Mime;
using Digest.Mail.Smtp;
using Digest.Testing;
using Digest.Testing.Servers;
using Xunit;

namespace Digest.IntegrationTests.Interop;

/// <summary>What is said to Postfix, and what its log says it heard.</summary>
public sealed class SubmissionTests(MailHostFixture mail)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wrong_password_stops_the_run_and_names_the_settings()
    {
        await using var transport = await mail.TransportAsync(smtp => smtp.Password = "of-somebody-else");

        var outcome = await transport.SendAsync(SignedLetters.OfSampleIssue("never@rcpt.example"), Token);

        var halted = Assert.IsType<DeliveryOutcome.Halted>(outcome);
        Assert.Contains("535 5.7.8", halted.Reply);
        Assert.Contains("Mail:Smtp:Password", halted.Reply);
        Assert.DoesNotContain("of-somebody-else", halted.Reply);
    }

    [Fact]
    public async Task A_reader_with_an_address_beyond_ascii_gets_the_letter()
    {
        var host = await mail.StartAsync();
        var letter = SignedLetters.OfSampleIssue(MailHost.InternationalMailbox, "用户");

        await mail.SendAsync(letter);

        var arrived = Assert.Single(await host.MailsAsync(MailHost.InternationalMailbox, 1, Token));
        Assert.Equal(letter.Message.ToArray(), arrived.Sent.ToArray());
        Assert.Contains("with UTF8SMTPSA id", arrived.Added);
    }

    [Fact]
    public async Task A_server_without_smtputf8_costs_that_reader_alone()
    {
        var host = await mail.StartAsync();
        await using var transport = await mail.TransportAsync(smtp => smtp.Port = host.Ports.Old);

        var refused = await transport.SendAsync(SignedLetters.OfSampleIssue("用户@rcpt.example"), Token);
        var taken = await transport.SendAsync(SignedLetters.OfSampleIssue("plain@rcpt.example"), Token);

        Assert.Contains("SMTPUTF8", Assert.IsType<DeliveryOutcome.Failed>(refused).Reply);
        Assert.IsType<DeliveryOutcome.Accepted>(taken);
    }

    [Fact]
    public async Task Five_thousand_letters_over_eight_connections_arrive_once_each()
    {
        const int count = 5000;
        const int mailboxes = 50;
        var host = await mail.StartAsync();
        await using (var transport = await mail.TransportAsync(smtp => smtp.Connections = 8))
            await Parallel.ForAsync(0, count, Token, async (i, token) => Assert.IsType<DeliveryOutcome.Accepted>(
                await transport.SendAsync(Small($"many{i % mailboxes}@rcpt.example", $"{i}.many@news.example"), token)));

        var arrived = new List<string>();
        for (var i = 0; i < mailboxes; i++)
            arrived.AddRange(
                (await host.MailsAsync($"many{i}@rcpt.example", count / mailboxes, Token)).Select(one => one.MessageId));

        Assert.Equal(count, arrived.Count);
        Assert.Equal(count, arrived.Distinct().Count());
        Assert.All(arrived, id => Assert.EndsWith(".many@news.example>", id));
    }

    private static OutgoingMail Small(string recipient, string messageId) =>
        SignedLetters.Of(Some.IssueToSend(), recipient, null, messageId);
}
