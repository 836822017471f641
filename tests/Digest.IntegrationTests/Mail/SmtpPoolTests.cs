using Digest.Mail.Mime;
using Digest.Mail.Smtp;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Mail;

public sealed class SmtpPoolTests
{
    private static readonly EmailAddress Sender = EmailAddress.Parse("weekly@news.example");
    private static readonly SmtpEnvelope Envelope = new(Sender, EmailAddress.Parse("reader@example.com"));
    private static readonly SmtpEnvelope Slow = new(Sender, EmailAddress.Parse("slow@example.com"));
    private static readonly byte[] Message = "Subject: x\r\n\r\nend\r\n"u8.ToArray();
    private readonly TestClock _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Thousands_of_letters_arrive_once_each_over_few_connections()
    {
        await using var server = Server();
        await using (var pool = Pool(server, 4))
            await Parallel.ForAsync(0, 2000, new ParallelOptions { MaxDegreeOfParallelism = 12 }, async (_, token) =>
                Assert.True(Accepted(await pool.SendAsync(Envelope, Message, token))));

        Assert.Equal(2000, server.Messages.Count);
        Assert.InRange(server.Sessions.Count, 1, 80);
        Assert.All(server.Sessions, session => Assert.Equal("QUIT", session.Commands[^1]));
    }

    [Fact]
    public async Task A_connection_that_hangs_does_not_hold_up_the_others()
    {
        await using var server = Server(
            line => line.Contains("slow@", StringComparison.Ordinal) ? FakeSmtpScript.Hang : null);
        using var pool = Pool(server, 2);
        using var stop = new CancellationTokenSource();
        var slow = pool.SendAsync(Slow, Message, stop.Token).AsTask();
        for (var i = 0; i < 50; i++)
            Assert.True(Accepted(await pool.SendAsync(Envelope, Message, Token)));

        Assert.False(slow.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slow);
    }

    [Fact]
    public async Task A_connection_that_never_answers_holds_up_no_more_than_two_of_many_letters()
    {
        var dots = 0;
        await using var server = Server(
            line => line == "." && Interlocked.Increment(ref dots) == 20 ? FakeSmtpScript.Hang : null);
        await using var pool = Pool(server, 4);
        using var stop = new CancellationTokenSource();
        var sends = Enumerable.Range(0, 200).Select(_ => pool.SendAsync(Envelope, Message, stop.Token).AsTask());
        for (var left = sends.ToList(); left.Count > 2;)
        {
            var sent = await Task.WhenAny(left);
            Assert.True(Accepted(await sent));
            left.Remove(sent);
        }

        await stop.CancelAsync();
    }

    [Fact]
    public async Task A_server_that_takes_fewer_connections_is_used_with_those_it_takes()
    {
        var open = 0;
        await using var server = Server(line => line.Split(' ')[0] switch
        {
            "QUIT" when Interlocked.Decrement(ref open) < 0 => "500 what",
            "EHLO" when Interlocked.Increment(ref open) > 1 && Interlocked.Decrement(ref open) > 0 => "421 too many",
            _ => null,
        });
        await using var pool = Pool(server, 8, messagesPerConnection: 10);
        Assert.True(Accepted(await pool.SendAsync(Envelope, Message, Token)));
        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 100).Select(_ => pool.SendAsync(Envelope, Message, Token).AsTask()));

        Assert.All(outcomes, outcome => Assert.True(Accepted(outcome)));
    }

    [Fact]
    public async Task A_connection_without_work_is_closed_politely_after_a_while()
    {
        await using var server = Server();
        await using var pool = Pool(server, 1);
        await pool.SendAsync(Envelope, Message, Token);
        while (!server.Sessions[0].Commands.Contains("QUIT"))
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(TimeSpan.FromMilliseconds(5), Token);
        }

        Assert.True(Accepted(await pool.SendAsync(Envelope, Message, Token)));
        Assert.Equal(2, server.Sessions.Count);
    }

    [Fact]
    public async Task A_letter_that_breaks_a_fresh_connection_is_not_tried_for_ever()
    {
        await using var server = Server(
            line => line.StartsWith("MAIL", StringComparison.Ordinal) ? FakeSmtpScript.Drop : null);
        await using var pool = Pool(server, 1);

        Assert.IsType<SmtpSendOutcome.Broken>(await pool.SendAsync(Envelope, Message, Token));
        Assert.Single(server.Sessions);
    }

    [Fact]
    public async Task A_letter_cancelled_in_the_queue_is_never_sent()
    {
        await using var server = Server(
            line => line.Contains("slow@", StringComparison.Ordinal) ? FakeSmtpScript.Hang : null);
        using var pool = Pool(server, 1);
        using var stop = new CancellationTokenSource();
        using var stopSlow = new CancellationTokenSource();
        var slow = pool.SendAsync(Slow, Message, stopSlow.Token).AsTask();
        var waiting = pool.SendAsync(Envelope, Message, stop.Token).AsTask();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        await stopSlow.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slow);
        Assert.Empty(server.Messages);
    }

    [Fact]
    public async Task A_closed_pool_takes_no_letter()
    {
        await using var server = Server();
        var pool = Pool(server, 1);
        await pool.DisposeAsync();

        Assert.Throws<ObjectDisposedException>(() => { _ = pool.SendAsync(Envelope, Message, Token).AsTask(); });
    }

    private static FakeSmtpServer Server(Func<string, string?>? answer = null) =>
        new(new FakeSmtpScript { Features = ["PIPELINING"], Answer = answer ?? (_ => null) });

    private SmtpPool Pool(FakeSmtpServer server, int connections, int messagesPerConnection = 100) => new(
        new SmtpEndpoint { Host = "127.0.0.1", Port = server.Port, Security = SmtpSecurity.None },
        new SmtpPoolLimits { Connections = connections, MessagesPerConnection = messagesPerConnection },
        _clock);

    private static bool Accepted(SmtpSendOutcome outcome) => outcome is SmtpSendOutcome.Answered { IsAccepted: true };
}
