using Digest.Mail.Mime;
using Digest.Mail.Smtp;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Mail;

/// <summary>
/// What the sender may believe when the server is gone: never that a message was not taken once its dot may have
/// arrived, never that it was without a 2yz to the dot, and never doubt before there is any.
/// </summary>
public sealed class SmtpDoubtTests
{
    private static readonly SmtpEnvelope Envelope =
        new(EmailAddress.Parse("weekly@news.example"), EmailAddress.Parse("reader@example.com"));

    private static readonly byte[] Message = "Subject: x\r\n\r\nend\r\n"u8.ToArray();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, bool, bool> Losses()
    {
        var data = new TheoryData<string, string, bool, bool>();
        string[] answers = [FakeSmtpScript.Drop, "what?", "250-ok\r\n550 no", "25\0 ok"];
        foreach (var isPipelined in new[] { false, true })
        {
            foreach (var answer in answers)
            {
                foreach (var command in new[] { "MAIL", "RCPT", "DATA" })
                    data.Add(command, answer, isPipelined, false);
                data.Add(".", answer, isPipelined, true);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task Only_from_the_dot_on_is_there_doubt(string command, string answer, bool isPipelined, bool isDoubt)
    {
        await using var server = Server(isPipelined, line => line.Split(' ')[0] == command ? answer : null);
        await using var session = await OpenAsync(server);
        var outcome = await session.SendAsync(Envelope, Message, Token);

        Assert.IsType(isDoubt ? typeof(SmtpSendOutcome.Unknown) : typeof(SmtpSendOutcome.Broken), outcome);
        Assert.False(session.IsUsable);
    }

    [Theory]
    [InlineData("MAIL", SmtpStep.MailFrom, false)]
    [InlineData("RCPT", SmtpStep.RcptTo, false)]
    [InlineData("DATA", SmtpStep.Data, false)]
    [InlineData(".", SmtpStep.Message, false)]
    [InlineData("MAIL", SmtpStep.MailFrom, true)]
    [InlineData("RCPT", SmtpStep.RcptTo, true)]
    [InlineData("DATA", SmtpStep.Data, true)]
    [InlineData(".", SmtpStep.Message, true)]
    public async Task A_421_is_an_answer_and_ends_the_session(string command, SmtpStep step, bool isPipelined)
    {
        await using var server = Server(
            isPipelined, line => line.Split(' ')[0] == command ? "421 4.3.2 closing" : null);
        await using var session = await OpenAsync(server);

        var answer = Assert.IsType<SmtpSendOutcome.Answered>(await session.SendAsync(Envelope, Message, Token));
        Assert.Equal((step, 421), (answer.Step, answer.Reply.Code));
        Assert.False(session.IsUsable);
        Assert.IsType<SmtpSendOutcome.Broken>(await session.SendAsync(Envelope, Message, Token));
    }

    [Fact]
    public async Task A_message_opened_behind_one_that_is_lost_goes_another_way()
    {
        var dots = 0;
        await using var server = Server(
            isPipelined: true, line => line == "." && ++dots == 1 ? FakeSmtpScript.Drop : null);
        await using var pool = new SmtpPool(
            Endpoint(server), new SmtpPoolLimits { Connections = 1 }, TimeProvider.System);
        var first = pool.SendAsync(Envelope, Message, Token).AsTask();
        var second = pool.SendAsync(Envelope, Message, Token).AsTask();

        Assert.IsType<SmtpSendOutcome.Unknown>(await first);
        Assert.True(Assert.IsType<SmtpSendOutcome.Answered>(await second).IsAccepted);
    }

    private static FakeSmtpServer Server(bool isPipelined, Func<string, string?> answer) =>
        new(new FakeSmtpScript { Answer = answer, Features = isPipelined ? ["PIPELINING"] : [] });

    private static SmtpEndpoint Endpoint(FakeSmtpServer server) =>
        new() { Host = "127.0.0.1", Port = server.Port, Security = SmtpSecurity.None };

    private static async Task<SmtpSession> OpenAsync(FakeSmtpServer server) =>
        Assert.IsType<SmtpConnectOutcome.Ready>(await SmtpConnector.ConnectAsync(Endpoint(server), Token)).Session;
}
