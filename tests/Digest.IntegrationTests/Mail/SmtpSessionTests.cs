using System.Text;
using Digest.Mail.Mime;
using Digest.Mail.Smtp;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Mail;

public sealed class SmtpSessionTests
{
    private static readonly EmailAddress Sender = EmailAddress.Parse("weekly@news.example");
    private static readonly SmtpEnvelope Envelope = new(Sender, EmailAddress.Parse("reader@example.com"));
    private static readonly SmtpEnvelope International = new(Sender, EmailAddress.Parse("用户@example.com"));
    private static readonly byte[] Message = "Subject: x\r\n\r\n.dot\r\nend\r\n"u8.ToArray();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Letters_arrive_as_they_were_over_one_connection_with_reset_between(bool byteByByte)
    {
        await using var server = new FakeSmtpServer(new FakeSmtpScript { ByteByByte = byteByByte });
        await using (var session = await OpenAsync(server))
        {
            Assert.True(Accepted(await session.SendAsync(Envelope, Message, Token)));
            Assert.True(Accepted(await session.SendAsync(Envelope, Message, Token)));
        }

        Assert.Equal([Message, Message], server.Messages);
        Assert.Equal(
            "EHLO MAIL RCPT DATA . RSET MAIL RCPT DATA . QUIT",
            string.Join(' ', Assert.Single(server.Sessions).Commands.Select(command => command.Split(' ')[0])));
    }

    [Fact]
    public async Task The_size_is_said_where_it_is_offered()
    {
        await using var server = new FakeSmtpServer();
        await using var session = await OpenAsync(server);
        await session.SendAsync(Envelope, Message, Token);

        Assert.Contains($"MAIL FROM:<weekly@news.example> SIZE={Message.Length}", server.Sessions[0].Commands);
    }

    [Fact]
    public async Task A_message_larger_than_the_server_takes_is_not_offered()
    {
        await using var server = new FakeSmtpServer(new FakeSmtpScript { Features = ["SIZE 10"] });
        await using var session = await OpenAsync(server);

        Assert.IsType<SmtpSendOutcome.TooLarge>(await session.SendAsync(Envelope, Message, Token));
        Assert.True(session.IsUsable);
    }

    [Fact]
    public async Task An_old_server_is_greeted_with_helo()
    {
        await using var server = Server(line => line.StartsWith("EHLO", StringComparison.Ordinal) ? "502 what" : null);
        await using var session = await OpenAsync(server);

        Assert.True(Accepted(await session.SendAsync(Envelope, Message, Token)));
        Assert.Contains("MAIL FROM:<weekly@news.example>", server.Sessions[0].Commands);
    }

    [Fact]
    public async Task Smtputf8_is_asked_for_only_where_an_address_needs_it()
    {
        await using var server = new FakeSmtpServer();
        await using var session = await OpenAsync(server);
        await session.SendAsync(International, Message, Token);
        await session.SendAsync(Envelope, Message, Token);

        var mails = server.Sessions[0].Commands.Where(line => line.StartsWith("MAIL", StringComparison.Ordinal));
        Assert.Equal([true, false], mails.Select(line => line.EndsWith(" SMTPUTF8", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_reports_shall_hold_is_said_to_a_server_that_knows_dsn()
    {
        await using var server = new FakeSmtpServer(new FakeSmtpScript { Features = ["DSN"] });
        await using var session = await OpenAsync(server);
        await session.SendAsync(Envelope with { Dsn = new SmtpDsn { EnvelopeId = "7" } }, Message, Token);

        Assert.Equal(
            [
                "MAIL FROM:<weekly@news.example> RET=HDRS ENVID=7",
                "RCPT TO:<reader@example.com> NOTIFY=FAILURE,DELAY ORCPT=rfc822;reader@example.com",
            ],
            server.Sessions[0].Commands.Skip(1).Take(2));
    }

    [Fact]
    public async Task A_server_that_does_not_know_dsn_hears_nothing_of_it()
    {
        await using var server = new FakeSmtpServer(new FakeSmtpScript { Features = [] });
        await using var session = await OpenAsync(server);
        await session.SendAsync(Envelope with { Dsn = new SmtpDsn { EnvelopeId = "7" } }, Message, Token);

        Assert.Equal(
            ["MAIL FROM:<weekly@news.example>", "RCPT TO:<reader@example.com>"],
            server.Sessions[0].Commands.Skip(1).Take(2));
    }

    [Fact]
    public async Task A_domain_of_other_letters_goes_out_as_labels_and_needs_no_smtputf8()
    {
        await using var server = new FakeSmtpServer(new FakeSmtpScript { Features = [] });
        await using var session = await OpenAsync(server);
        await session.SendAsync(new(Sender, EmailAddress.Parse("reader@例子.example")), Message, Token);

        Assert.Contains("RCPT TO:<reader@xn--fsqu00a.example>", server.Sessions[0].Commands);
    }

    [Fact]
    public async Task Smtputf8_without_8bitmime_serves_nobody()
    {
        await using var server = new FakeSmtpServer(new FakeSmtpScript { Features = ["SMTPUTF8"] });
        await using var session = await OpenAsync(server);
        var outcome = await session.SendAsync(new(Sender, EmailAddress.Parse("用户@example.com")), Message, Token);

        Assert.IsType<SmtpSendOutcome.Unsupported>(outcome);
    }

    [Fact]
    public async Task A_server_without_smtputf8_refuses_one_reader_and_serves_the_next()
    {
        await using var server = new FakeSmtpServer(new FakeSmtpScript { Features = ["8BITMIME"] });
        await using var session = await OpenAsync(server);

        Assert.IsType<SmtpSendOutcome.Unsupported>(await session.SendAsync(International, Message, Token));
        Assert.True(Accepted(await session.SendAsync(Envelope, Message, Token)));
    }

    [Theory]
    [InlineData("MAIL", SmtpStep.MailFrom, "553 5.1.8 bad sender")]
    [InlineData("RCPT", SmtpStep.RcptTo, "550-5.1.1 no\r\n550 5.1.1 such user")]
    [InlineData("DATA", SmtpStep.Data, "451 4.3.0 later")]
    [InlineData(".", SmtpStep.Message, "554 5.6.0 bad content")]
    public async Task A_refusal_names_its_step_and_the_connection_goes_on(string command, SmtpStep step, string reply)
    {
        var isFirst = true;
        await using var server = Server(line =>
        {
            var refuses = isFirst && line.Split(' ')[0] == command;
            isFirst &= !refuses;
            return refuses ? reply : null;
        });
        await using var session = await OpenAsync(server);

        var refused = Assert.IsType<SmtpSendOutcome.Answered>(await session.SendAsync(Envelope, Message, Token));
        Assert.Equal(step, refused.Step);
        Assert.True(Accepted(await session.SendAsync(Envelope, Message, Token)));
    }

    [Theory]
    [InlineData("MAIL")]
    [InlineData("RCPT")]
    [InlineData("DATA")]
    public async Task A_connection_lost_before_the_final_dot_is_broken(string command)
    {
        await using var server = Server(line => line.Split(' ')[0] == command ? FakeSmtpScript.Drop : null);
        await using var session = await OpenAsync(server);

        Assert.IsType<SmtpSendOutcome.Broken>(await session.SendAsync(Envelope, Message, Token));
        Assert.False(session.IsUsable);
    }

    [Theory]
    [InlineData(FakeSmtpScript.Drop)]
    [InlineData(FakeSmtpScript.Hang)]
    public async Task A_connection_lost_after_the_final_dot_leaves_the_fate_unknown(string answer)
    {
        await using var server = Server(line => line == "." ? answer : null);
        await using var session = await OpenAsync(
            server, new() { DataEnd = TimeSpan.FromMilliseconds(answer == FakeSmtpScript.Hang ? 300 : 60_000) });

        Assert.IsType<SmtpSendOutcome.Unknown>(await session.SendAsync(Envelope, Message, Token));
    }

    [Theory]
    [InlineData("MAIL")]
    [InlineData(".")]
    public async Task A_421_anywhere_closes_the_session(string command)
    {
        await using var server = Server(line => line.Split(' ')[0] == command ? "421 4.3.2 going down" : null);
        await using var session = await OpenAsync(server);

        Assert.IsType<SmtpSendOutcome.Answered>(await session.SendAsync(Envelope, Message, Token));
        Assert.False(session.IsUsable);
        Assert.IsType<SmtpSendOutcome.Broken>(await session.SendAsync(Envelope, Message, Token));
    }

    [Fact]
    public async Task CVE_2023_51764_smuggled_lines_arrive_as_text_and_not_as_commands()
    {
        await using var server = new FakeSmtpServer();
        await using var session = await OpenAsync(server);
        var evil = "Subject: x\r\n\r\na\n.\nMAIL FROM:<evil@x.example>\r.\rDATA\r\n"u8.ToArray();
        await session.SendAsync(Envelope, evil, Token);

        Assert.Equal(
            "Subject: x\r\n\r\na\r\n.\r\nMAIL FROM:<evil@x.example>\r\n.\r\nDATA\r\n",
            Encoding.Latin1.GetString(Assert.Single(server.Messages)));
    }

    [Theory]
    [InlineData("\n.\n")]
    [InlineData("\n.\r\n")]
    [InlineData("\r\n.\n")]
    [InlineData("\r.\r")]
    [InlineData("\r\n.\r")]
    [InlineData("\r.\r\n")]
    [InlineData("\r\n.\r\n")]
    [InlineData("\0\r\n.\r\n")]
    public async Task CVE_2023_51764_51765_51766_no_spelling_of_the_end_of_data_ends_it(string end)
    {
        await using var server = new FakeSmtpServer();
        await using var session = await OpenAsync(server);
        var evil = Encoding.Latin1.GetBytes($"Subject: x\r\n\r\na{end}MAIL FROM:<evil@x.example>\r\nDATA\r\nb{end}");
        await session.SendAsync(Envelope, evil, Token);

        Assert.EndsWith(
            "\r\n.\r\n", Encoding.Latin1.GetString(Assert.Single(server.Messages)), StringComparison.Ordinal);
        Assert.Equal(
            ["EHLO", "MAIL", "RCPT", "DATA", "."], server.Sessions[0].Commands.Select(line => line.Split(' ')[0]));
    }

    private static FakeSmtpServer Server(Func<string, string?> answer) => new(new FakeSmtpScript { Answer = answer });

    private static async Task<SmtpSession> OpenAsync(FakeSmtpServer server, SmtpTimeouts? timeouts = null)
    {
        var endpoint = new SmtpEndpoint
        {
            Host = "127.0.0.1", Port = server.Port, Security = SmtpSecurity.None, Timeouts = timeouts ?? new(),
        };
        return Assert.IsType<SmtpConnectOutcome.Ready>(await SmtpConnector.ConnectAsync(endpoint, Token)).Session;
    }

    private static bool Accepted(SmtpSendOutcome outcome) =>
        outcome is SmtpSendOutcome.Answered { IsAccepted: true };
}
