using System.Text;
using Digest.Mail.Mime;
using Digest.Mail.Smtp;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Mail;

/// <summary>RFC 2920, and what may go wrong where several commands are under way.</summary>
public sealed class SmtpPipeliningTests
{
    private static readonly EmailAddress Sender = EmailAddress.Parse("weekly@news.example");
    private static readonly SmtpEnvelope Envelope = new(Sender, EmailAddress.Parse("reader@example.com"));
    private static readonly SmtpEnvelope Gone = new(Sender, EmailAddress.Parse("gone@example.com"));
    private static readonly byte[] Message = "Subject: x\r\n\r\n.dot\r\nend\r\n"u8.ToArray();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_commands_of_a_message_are_one_group()
    {
        // Answers leave only when DATA was heard: who waits for the answer to MAIL waits for ever.
        await using var server = Server(new() { Flushes = line => line.Split(' ')[0] is not ("MAIL" or "RCPT") });
        await using var session = await OpenAsync(server);

        Assert.True(Accepted(await session.SendAsync(Envelope, Message, Token)));
        Assert.True(Accepted(await session.SendAsync(Envelope, Message, Token)));
        Assert.Equal([Message, Message], server.Messages);
    }

    [Fact]
    public async Task The_next_message_is_opened_in_the_write_that_ends_the_one_before()
    {
        var dots = 0;
        await using var server = Server(new()
        {
            Flushes = line => line.Split(' ')[0] switch
            {
                "." => ++dots == 5, "RSET" or "MAIL" or "RCPT" => false, _ => true,
            },
        });
        await using var pool = Pool(server);
        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 5).Select(_ => pool.SendAsync(Envelope, Message, Token).AsTask()));

        Assert.All(outcomes, outcome => Assert.True(Accepted(outcome)));
        Assert.Single(server.Sessions);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Replies_may_come_octet_by_octet_or_all_at_once(bool byteByByte)
    {
        await using var server = Server(new()
        {
            ByteByByte = byteByByte,
            Flushes = line => line.Split(' ')[0] is not ("RSET" or "MAIL" or "RCPT"),
        });
        await using var pool = Pool(server);
        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => pool.SendAsync(Envelope, Message, Token).AsTask()));

        Assert.All(outcomes, outcome => Assert.True(Accepted(outcome)));
        Assert.All(server.Messages, message => Assert.Equal(Message, message));
    }

    [Theory]
    [InlineData("354 go on")]
    [InlineData("554 5.5.1 no valid recipients")]
    public async Task A_refused_reader_gets_nothing_and_the_next_is_served(string data)
    {
        var isGone = false;
        await using var server = Server(new()
        {
            Answer = line =>
            {
                if (line.StartsWith("RCPT", StringComparison.Ordinal))
                    isGone = line.Contains("gone@", StringComparison.Ordinal);
                return isGone ? Refuse(line, data) : null;
            },
        });
        await using var session = await OpenAsync(server);

        var refused = Assert.IsType<SmtpSendOutcome.Answered>(await session.SendAsync(Gone, Message, Token));
        Assert.Equal((SmtpStep.RcptTo, 550), (refused.Step, refused.Reply.Code));
        Assert.True(Accepted(await session.SendAsync(Envelope, Message, Token)));
        Assert.Equal(Message, Assert.Single(server.Messages, message => message.Length > 0));
    }

    [Fact]
    public async Task A_lone_dot_that_is_taken_is_still_a_refusal()
    {
        await using var server = Server(new()
        {
            Answer = line => line.StartsWith("RCPT", StringComparison.Ordinal) ? "550 5.1.1 no" : null,
        });
        await using var session = await OpenAsync(server);

        Assert.False(Accepted(await session.SendAsync(Gone, Message, Token)));
        Assert.Equal([[]], server.Messages);
    }

    [Fact]
    public async Task A_message_refused_at_its_end_does_not_hurt_the_one_opened_behind_it()
    {
        var dots = 0;
        await using var server = Server(new()
        {
            Answer = line => line == "." && ++dots == 1 ? "552 5.3.4 too big" : null,
        });
        await using var pool = Pool(server);
        var first = pool.SendAsync(Envelope, Message, Token).AsTask();
        var second = pool.SendAsync(Envelope, Message, Token).AsTask();

        Assert.Equal(552, Assert.IsType<SmtpSendOutcome.Answered>(await first).Reply.Code);
        Assert.True(Accepted(await second));
    }

    [Fact]
    public async Task What_is_said_out_of_turn_is_no_answer()
    {
        await using var server = Server(new()
        {
            Answer = line => line == "DATA" ? "354 go on\r\n250 2.0.0 taken before it was given" : null,
        });
        await using var session = await OpenAsync(server);

        Assert.IsType<SmtpSendOutcome.Broken>(await session.SendAsync(Envelope, Message, Token));
        Assert.Empty(server.Messages);
    }

    [Theory]
    [InlineData("DATA", "250 2.0.0 ok")]
    [InlineData("MAIL", "354 go on")]
    [InlineData("RCPT", "334 VXNlcm5hbWU6")]
    public async Task An_answer_to_another_question_ends_the_session(string command, string reply)
    {
        await using var server = Server(new() { Answer = line => line.Split(' ')[0] == command ? reply : null });
        await using var session = await OpenAsync(server);

        Assert.IsType<SmtpSendOutcome.Broken>(await session.SendAsync(Envelope, Message, Token));
        Assert.False(session.IsUsable);
    }

    [Fact]
    public async Task Pipelining_withdrawn_after_starttls_is_not_used()
    {
        using var certificate = TestCertificate.For();
        await using var server = Server(new() { Certificate = certificate, ProtectedFeatures = ["SIZE"] });
        await using var session = await OpenAsync(server, endpoint => endpoint with
        {
            Security = SmtpSecurity.Required, TrustedRoots = [certificate],
        });

        Assert.False(session.Features.Pipelining);
        Assert.True(Accepted(await session.SendAsync(Envelope, Message, Token)));
    }

    [Fact]
    public async Task By_bdat_a_message_arrives_octet_for_octet_without_stuffing()
    {
        await using var server = Server(new() { Features = ["CHUNKING"] });
        await using var session = await OpenAsync(server, endpoint => endpoint with { Chunking = true });
        Assert.True(Accepted(await session.SendAsync(Envelope, Message, Token)));
        Assert.True(Accepted(await session.SendAsync(Envelope, Message, Token)));

        Assert.Equal([Message, Message], server.Messages);
        Assert.Contains($"BDAT {Message.Length} LAST", server.Sessions[0].Commands);
        Assert.DoesNotContain("DATA", server.Sessions[0].Commands);
    }

    [Fact]
    public async Task A_refused_bdat_is_followed_by_a_reset()
    {
        var chunks = 0;
        await using var server = Server(new()
        {
            Features = ["CHUNKING"],
            Answer = line => line.StartsWith("BDAT", StringComparison.Ordinal) && ++chunks == 1 ? "552 5.3.4 no" : null,
        });
        await using var session = await OpenAsync(server, endpoint => endpoint with { Chunking = true });

        Assert.False(Accepted(await session.SendAsync(Envelope, Message, Token)));
        Assert.True(Accepted(await session.SendAsync(Envelope, Message, Token)));
        Assert.Equal("RSET", server.Sessions[0].Commands.SkipWhile(c => c[0] != 'B').ElementAt(1));
    }

    [Fact]
    public async Task A_message_larger_than_a_block_arrives_whole()
    {
        var large = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(".line of text\r\n", 50_000)));
        await using var server = Server(new());
        await using var session = await OpenAsync(server);

        Assert.True(Accepted(await session.SendAsync(Envelope, large, Token)));
        Assert.Equal(large, Assert.Single(server.Messages));
    }

    private static string? Refuse(string line, string data) => line.Split(' ')[0] switch
    {
        "RCPT" => "550 5.1.1 no such user",
        "DATA" => data,
        "." => "554 5.5.1 no valid recipients",
        _ => null,
    };

    private static FakeSmtpServer Server(FakeSmtpScript script) =>
        new(script with { Features = [.. script.Features, "PIPELINING"] });

    private static SmtpEndpoint Endpoint(FakeSmtpServer server) => new()
    {
        Host = "127.0.0.1",
        Port = server.Port,
        Security = SmtpSecurity.None,
        Timeouts = new() { DataEnd = TimeSpan.FromSeconds(20), Mail = TimeSpan.FromSeconds(20) },
    };

    private static SmtpPool Pool(FakeSmtpServer server) =>
        new(Endpoint(server), new SmtpPoolLimits { Connections = 1 }, TimeProvider.System);

    private static async Task<SmtpSession> OpenAsync(
        FakeSmtpServer server, Func<SmtpEndpoint, SmtpEndpoint>? change = null)
    {
        var endpoint = Endpoint(server);
        var outcome = await SmtpConnector.ConnectAsync(change?.Invoke(endpoint) ?? endpoint, Token);
        return Assert.IsType<SmtpConnectOutcome.Ready>(outcome).Session;
    }

    private static bool Accepted(SmtpSendOutcome outcome) => outcome is SmtpSendOutcome.Answered { IsAccepted: true };
}
