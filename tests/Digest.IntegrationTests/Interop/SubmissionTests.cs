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
    public async Task Sender_recipient_and_data_go_out_in_one_turn()
    {
        var host = await mail.StartAsync();
        await using var relay = new RecordingRelay(host.Ports.Plain);
        var endpoint = new SmtpEndpoint { Host = "127.0.0.1", Port = relay.Port, Security = SmtpSecurity.None };
        await SingleSession.SendAsync(SignedLetters.OfSampleIssue("turns@rcpt.example"), endpoint, Token);

        var turns = await relay.TurnsAsync(Token);
        var turn = Assert.Single(turns, turn => turn.StartsWith("MAIL", StringComparison.Ordinal));

        Assert.Equal(["MAIL", "RCPT", "DATA", ""], turn.Split("\r\n").Select(Verb));
    }

    [Fact]
    public async Task Chunks_carry_the_same_octets_as_data()
    {
        var host = await mail.StartAsync();
        var letter = SignedLetters.OfSampleIssue("chunks@rcpt.example");
        await using (var transport = await mail.TransportAsync(smtp => smtp.Chunking = true))
            Assert.IsType<DeliveryOutcome.Accepted>(await transport.SendAsync(letter, Token));

        var arrived = Assert.Single(await host.MailsAsync("chunks@rcpt.example", 1, Token));

        Assert.Equal(letter.Message.ToArray(), arrived.Sent.ToArray());
        Assert.NotNull(await host.LogLineAsync(["disconnect from", " bdat=1 "], Token));
    }

    [Fact]
    public async Task Five_thousand_letters_over_eight_connections_arrive_once_each()
    {
        const int count = 5000;
        const int mailboxes = 50;
        var host = await mail.StartAsync();
        await using (var transport = await mail.TransportAsync(smtp => smtp.Connections = 8))
            await Parallel.ForAsync(0, count, Token, async (i, token) =>
            {
                var letter = Small($"many{i % mailboxes}@rcpt.example", $"{i}.many@news.example");
                Assert.IsType<DeliveryOutcome.Accepted>(await transport.SendAsync(letter, token));
            });

        var arrived = new List<string>();
        for (var i = 0; i < mailboxes; i++)
        {
            var mails = await host.MailsAsync($"many{i}@rcpt.example", count / mailboxes, Token);
            arrived.AddRange(mails.Select(one => one.MessageId));
        }

        Assert.Equal(count, arrived.Count);
        Assert.Equal(count, arrived.Distinct().Count());
        Assert.All(arrived, id => Assert.EndsWith(".many@news.example>", id));
    }

    private static string Verb(string line) => line.Split(' ')[0];

    private static OutgoingMail Small(string recipient, string messageId) =>
        SignedLetters.Of(Some.IssueToSend(), recipient, null, messageId);
}
