using System.Net.Sockets;
using Digest.Mail.Mime;
using Digest.Mail.Smtp;
using Xunit;

namespace Digest.IntegrationTests.Mail;

/// <summary>
/// Servers that mean harm or are out of their minds: every letter ends soon, with a reason in plain words.
/// </summary>
public sealed class HostileServerTests
{
    private const string Group = "250 ok\r\n250 ok\r\n354 go on\r\n";

    private static readonly SmtpEnvelope Envelope =
        new(EmailAddress.Parse("weekly@news.example"), EmailAddress.Parse("reader@example.com"));

    // For those that make the client wait for it; long enough to connect on a busy machine.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(3);

    private static readonly byte[] Short = "Subject: x\r\n\r\nend\r\n"u8.ToArray();
    private static readonly byte[] Huge = new byte[32 * 1024 * 1024];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public Task A_greeting_without_end() =>
        IsUnreachableAsync(ForEver("220 hello "), "a line of more than 2048 octets");

    [Fact]
    public Task A_greeting_of_endless_lines() =>
        IsUnreachableAsync(ForEver("220-hello\r\n"), "a reply of more than 128 lines");

    [Fact]
    public Task A_greeting_octet_by_octet() =>
        IsUnreachableAsync(ForEver("2", pauseMilliseconds: 20), "no answer within");

    [Fact]
    public Task A_server_that_says_nothing() => IsUnreachableAsync(Silent, "no answer within");

    [Fact]
    public Task A_tls_handshake_that_stalls() =>
        IsUnreachableAsync(Silent, "no answer within", SmtpSecurity.Implicit);

    [Fact]
    public Task A_tls_handshake_that_is_nonsense() => IsInsecureAsync(
        async (socket, token) =>
        {
            await RawServer.SayAsync(socket, "220 this is no TLS\r\n", token);
            await Silent(socket, token);
        });

    [Fact]
    public Task A_challenge_of_the_sign_in_without_end() => IsUnreachableAsync(
        Saying("220 hi\r\n", "250-hi\r\n250 AUTH LOGIN\r\n", $"334 {new string('A', 100_000)}\r\n"),
        "a line of more than 2048 octets");

    [Fact]
    public async Task Challenges_without_end() => Assert.Contains(
        "more than LOGIN has",
        Assert.IsType<SmtpConnectOutcome.Insecure>(await ConnectAsync(
            Saying(["220 hi\r\n", "250-hi\r\n250 AUTH LOGIN\r\n", .. Enumerable.Repeat("334 QQ==\r\n", 50)]))).Reason,
        StringComparison.Ordinal);

    [Fact]
    public async Task Go_on_to_everything() =>
        Assert.IsType<SmtpSendOutcome.Broken>(
            await SendAsync(Saying([.. Hello, .. Enumerable.Repeat("354 go\r\n", 9)])));

    [Fact]
    public async Task Answers_before_they_are_asked_for() =>
        Assert.IsType<SmtpSendOutcome.Broken>(await SendAsync(Saying([.. Hello, Group + "250 taken\r\n"])));

    [Fact]
    public async Task An_answer_to_the_dot_without_end() =>
        Assert.IsType<SmtpSendOutcome.Unknown>(await SendAsync(Saying(
            [.. Hello, Group, string.Concat(Enumerable.Repeat("250-still thinking\r\n", 500))])));

    [Fact]
    public async Task A_server_that_does_not_read_gets_no_whole_letter() =>
        Assert.IsType<SmtpSendOutcome.Broken>(await SendAsync(
            async (socket, token) =>
            {
                await RawServer.AnswerAsync(socket, [.. Hello], token);
                await RawServer.SayAsync(socket, Group, token);
                await Silent(socket, token);
            },
            Huge));

    [Fact]
    public async Task A_server_that_resets_the_connection_in_the_middle_of_a_letter() =>
        Assert.IsType<SmtpSendOutcome.Broken>(await SendAsync(
            async (socket, token) =>
            {
                await RawServer.AnswerAsync(socket, [.. Hello, Group], token);
                socket.LingerState = new LingerOption(true, 0);
            },
            Huge));

    [Fact]
    public async Task A_server_that_closes_its_half_behind_the_letter() =>
        Assert.IsType<SmtpSendOutcome.Unknown>(await SendAsync(async (socket, token) =>
        {
            await RawServer.AnswerAsync(socket, [.. Hello, Group], token);
            socket.Shutdown(SocketShutdown.Send);
            await Silent(socket, token);
        }));

    [Fact]
    public async Task A_refusal_is_believed_although_the_server_closes_behind_it()
    {
        var outcome = await SendAsync(async (socket, token) =>
        {
            await RawServer.AnswerAsync(socket, [.. Hello], token);
            await RawServer.SayAsync(socket, "550 5.7.1 blocked\r\n", token);
            socket.Shutdown(SocketShutdown.Send);
        });

        var refusal = Assert.IsType<SmtpSendOutcome.Answered>(outcome);
        Assert.Equal((SmtpStep.MailFrom, 550), (refusal.Step, refusal.Reply.Code));
    }

    private static string[] Hello => ["220 hi\r\n", "250-hi\r\n250 PIPELINING\r\n"];

    private static Func<Socket, CancellationToken, Task> Saying(params string[] answers) =>
        (socket, token) => RawServer.AnswerAsync(socket, answers, token);

    private static Func<Socket, CancellationToken, Task> ForEver(string text, int pauseMilliseconds = 0) =>
        async (socket, token) =>
        {
            while (await RawServer.SayAsync(socket, text, token) > 0)
                await Task.Delay(pauseMilliseconds, token);
        };

    private static Task Silent(Socket socket, CancellationToken cancellationToken) =>
        Task.Delay(Timeout.Infinite, cancellationToken);

    private static async Task IsUnreachableAsync(
        Func<Socket, CancellationToken, Task> act, string reason, SmtpSecurity security = SmtpSecurity.None)
    {
        var outcome = await ConnectAsync(act, security);
        Assert.Contains(
            reason, Assert.IsType<SmtpConnectOutcome.Unreachable>(outcome).Reason, StringComparison.Ordinal);
    }

    private static async Task IsInsecureAsync(Func<Socket, CancellationToken, Task> act) =>
        Assert.IsType<SmtpConnectOutcome.Insecure>(await ConnectAsync(act, SmtpSecurity.Implicit));

    private static async Task<SmtpConnectOutcome> ConnectAsync(
        Func<Socket, CancellationToken, Task> act, SmtpSecurity security = SmtpSecurity.None)
    {
        await using var server = new RawServer(act);
        var credentials = new SmtpCredentials("user", "secret");
        return await SmtpConnector.ConnectAsync(Endpoint(server, security) with { Credentials = credentials }, Token);
    }

    private static async Task<SmtpSendOutcome> SendAsync(
        Func<Socket, CancellationToken, Task> act, byte[]? message = null)
    {
        await using var server = new RawServer(act);
        await using var pool = new SmtpPool(
            Endpoint(server, SmtpSecurity.None), new SmtpPoolLimits { Connections = 1 }, TimeProvider.System);
        return await pool.SendAsync(Envelope, message ?? Short, Token);
    }

    private static SmtpEndpoint Endpoint(RawServer server, SmtpSecurity security) => new()
    {
        Host = "127.0.0.1",
        Port = server.Port,
        Security = security,
        Timeouts = new SmtpTimeouts { Connect = Soon, Banner = Soon, DataBlock = Soon },
    };
}
