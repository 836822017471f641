using Digest.Mail.Mime;
using Digest.Mail.Smtp;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Mail;

/// <summary>What is taken back while it waits is never sent, and what is on its way gets its answer.</summary>
public sealed class SmtpRecallTests
{
    private static readonly SmtpEnvelope Envelope =
        new(EmailAddress.Parse("weekly@news.example"), EmailAddress.Parse("reader@example.com"));

    private static readonly byte[] Message = "Subject: x\r\n\r\nend\r\n"u8.ToArray();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("PIPELINING", ".")]
    [InlineData("PIPELINING", "RCPT")]
    [InlineData("8BITMIME", ".")]
    public async Task No_letter_follows_on_the_heels_of_an_answer_that_takes_the_others_back(
        string feature, string refused)
    {
        var count = 0;
        await using var server = Server(
            feature, line => line.Split(' ')[0] == refused && ++count == 1 ? "550 5.7.1 blocked" : null);
        await using var pool = Pool(server);
        using var recall = new CancellationTokenSource();
        var ties = new SmtpRecall(_ => recall.Cancel(), recall.Token);
        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 9).Select(_ => pool.SendAsync(Envelope, Message, ties, Token).AsTask()));

        Assert.IsType<SmtpSendOutcome.Answered>(outcomes[0]);
        Assert.All(outcomes.Skip(1), outcome => Assert.IsType<SmtpSendOutcome.Recalled>(outcome));
        Assert.DoesNotContain(server.Messages, message => message.Length > 0);
    }

    [Fact]
    public async Task A_letter_on_its_way_gets_its_answer_when_the_others_are_taken_back()
    {
        var isAsked = new TaskCompletionSource();
        var goesOn = new TaskCompletionSource();
        await using var server = Server("PIPELINING", line =>
        {
            isAsked.TrySetResult();
            goesOn.Task.Wait(Token);
            return null;
        }, ".");
        await using var pool = Pool(server);
        using var recall = new CancellationTokenSource();
        var first = pool.SendAsync(Envelope, Message, new SmtpRecall(null, recall.Token), Token).AsTask();
        await isAsked.Task;
        var second = pool.SendAsync(Envelope, Message, new SmtpRecall(null, recall.Token), Token).AsTask();
        await recall.CancelAsync();

        Assert.IsType<SmtpSendOutcome.Recalled>(await second);
        goesOn.SetResult();
        Assert.True(Assert.IsType<SmtpSendOutcome.Answered>(await first).IsAccepted);
    }

    [Fact]
    public async Task The_pool_serves_on_after_a_recall()
    {
        await using var server = Server("PIPELINING", _ => null);
        await using var pool = Pool(server);
        var recalled = new SmtpRecall(null, new CancellationToken(canceled: true));
        Assert.IsType<SmtpSendOutcome.Recalled>(await pool.SendAsync(Envelope, Message, recalled, Token));

        var outcome = await pool.SendAsync(Envelope, Message, Token);
        Assert.True(Assert.IsType<SmtpSendOutcome.Answered>(outcome).IsAccepted);
    }

    private static FakeSmtpServer Server(string feature, Func<string, string?> answer, string? only = null) => new(
        new FakeSmtpScript
        {
            Features = [feature],
            Answer = line => only is null || line == only ? answer(line) : null,
        });

    private static SmtpPool Pool(FakeSmtpServer server) => new(
        new SmtpEndpoint { Host = "127.0.0.1", Port = server.Port, Security = SmtpSecurity.None },
        new SmtpPoolLimits { Connections = 1 },
        TimeProvider.System);
}
