using Digest.Deliver;
using Digest.Testing;
using Microsoft.Extensions.Options;
using Xunit;

namespace Digest.IntegrationTests.Deliver;

public sealed class SmtpTransportTests
{
    private readonly TestClock _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_letters_share_few_connections()
    {
        await using var server = new FakeSmtpServer();
        await using (var transport = Transport(server, connections: 3))
            await Parallel.ForAsync(0, 50, Token, async (_, token) =>
                Assert.IsType<DeliveryOutcome.Accepted>(await transport.SendAsync(Some.OutgoingMail(), token)));

        Assert.Equal(50, server.Messages.Count);
        Assert.InRange(server.Sessions.Count, 1, 3);
        Assert.All(server.Sessions, session => Assert.Equal("QUIT", session.Commands[^1]));
    }

    [Fact]
    public async Task A_connection_is_changed_after_its_share()
    {
        await using var server = new FakeSmtpServer();
        await using var transport = Transport(server, lettersPerConnection: 2);
        for (var i = 0; i < 5; i++)
            await transport.SendAsync(Some.OutgoingMail(), Token);

        Assert.Equal(3, server.Sessions.Count);
    }

    [Fact]
    public async Task An_idle_connection_that_the_server_closed_costs_no_letter()
    {
        await using var server = new FakeSmtpServer(new() { Answer = line => line == "RSET" ? "421 idle" : null });
        await using var transport = Transport(server);
        await transport.SendAsync(Some.OutgoingMail(), Token);

        Assert.IsType<DeliveryOutcome.Accepted>(await transport.SendAsync(Some.OutgoingMail(), Token));
        Assert.Equal(2, server.Messages.Count);
    }

    [Fact]
    public async Task A_dead_server_is_left_alone_for_a_while_and_then_asked_again()
    {
        await using var server = new FakeSmtpServer(new() { Banner = "421 4.3.2 down" });
        await using var transport = Transport(server);
        for (var i = 0; i < 5; i++)
            Assert.IsType<DeliveryOutcome.Deferred>(await transport.SendAsync(Some.OutgoingMail(), Token));
        Assert.Single(server.Sessions);

        _clock.Advance(TimeSpan.FromMinutes(1));
        await transport.SendAsync(Some.OutgoingMail(), Token);
        Assert.Equal(2, server.Sessions.Count);
    }

    [Fact]
    public async Task One_refused_reader_does_not_spoil_the_connection()
    {
        await using var server = new FakeSmtpServer(new()
        {
            Answer = line => line.Contains("gone@", StringComparison.Ordinal) ? "550 5.1.1 no such user" : null,
        });
        await using var transport = Transport(server);

        Assert.IsType<DeliveryOutcome.Failed>(await transport.SendAsync(Some.OutgoingMail("gone@x.example"), Token));
        Assert.IsType<DeliveryOutcome.Accepted>(await transport.SendAsync(Some.OutgoingMail("here@x.example"), Token));
        Assert.Single(server.Sessions);
    }

    [Fact]
    public async Task An_answer_that_halts_takes_back_the_letters_that_wait()
    {
        await using var server = new FakeSmtpServer(new()
        {
            Features = ["PIPELINING"],
            Answer = line => line == "." ? "554 5.7.1 looks like spam" : null,
        });
        await using var transport = Transport(server);
        using var recall = new CancellationTokenSource();
        var mail = Some.OutgoingMail() with { Recall = recall };
        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, transport.LettersAtOnce).Select(_ => transport.SendAsync(mail, Token)));

        Assert.Single(outcomes.OfType<DeliveryOutcome.Halted>());
        Assert.Equal(outcomes.Length - 1, outcomes.OfType<DeliveryOutcome.Recalled>().Count());
    }

    private SmtpTransport Transport(FakeSmtpServer server, int connections = 1, int lettersPerConnection = 100) => new(
        Options.Create(new MailOptions
        {
            Transport = "smtp",
            Smtp =
            {
                Host = "127.0.0.1",
                Port = server.Port,
                Security = "none",
                Connections = connections,
                LettersPerConnection = lettersPerConnection,
            },
        }),
        _clock);
}
