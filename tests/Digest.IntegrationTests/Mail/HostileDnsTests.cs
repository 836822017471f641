using System.Net;
using Digest.Mail.Dns;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Mail;

public sealed class HostileDnsTests
{
    private static readonly DnsQuestion Question = new("news.example", DnsType.A);
    private static readonly DnsTimes Short = new() { Query = TimeSpan.FromSeconds(2), Rounds = 1 };
    private static readonly DnsTimes Long = new() { Query = TimeSpan.FromSeconds(20), Rounds = 1 };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Forged_answers_are_passed_over_until_the_true_one_comes()
    {
        await using var server = new FakeDnsServer(question =>
        [
            [1, 2, 3],
            Changed(FakeDnsServer.Address(question), 0),
            Changed(FakeDnsServer.Address(question), 14),
            [.. FakeDnsServer.Address(question).Take(20)],
            question,
            FakeDnsServer.Address(question),
        ]);

        var records = Assert.IsType<DnsReply.Records>(await AskAsync(Long, server.EndPoint));

        var record = Assert.IsType<DnsRecord.Address>(Assert.Single(records.Values));
        Assert.Equal(IPAddress.Parse("192.0.2.1"), record.Value);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(14)]
    [InlineData(2)]
    public async Task Answer_to_another_question_is_none(int changed)
    {
        await using var server = new FakeDnsServer(question => [Changed(FakeDnsServer.Address(question), changed)]);

        Assert.Contains("does not answer", (await FailureAsync(Short, server.EndPoint)).Reason);
    }

    [Fact]
    public async Task Silent_server_is_given_up_and_the_next_one_asked()
    {
        await using var silent = new FakeDnsServer(_ => []);
        await using var good = new FakeDnsServer(question => [FakeDnsServer.Address(question)]);

        Assert.IsType<DnsReply.Records>(await AskAsync(Short, silent.EndPoint, good.EndPoint));
        Assert.Equal(1, silent.Questions);
    }

    [Theory]
    [InlineData(2, "SERVFAIL")]
    [InlineData(5, "REFUSED")]
    [InlineData(9, "error 9")]
    public async Task Error_of_a_server_is_told(byte code, string words)
    {
        await using var server = new FakeDnsServer(question => [FakeDnsServer.Reply(question, code)]);

        Assert.Contains(words, (await FailureAsync(Long, server.EndPoint)).Reason);
    }

    [Fact]
    public async Task Server_without_EDNS_is_asked_without_it()
    {
        await using var server = new FakeDnsServer(question => question[11] == 1
            ? [FakeDnsServer.Reply(question, 1)]
            : [FakeDnsServer.Address(question)]);

        Assert.IsType<DnsReply.Records>(await AskAsync(Long, server.EndPoint));
        Assert.Equal(2, server.Questions);
    }

    [Fact]
    public async Task Server_that_cannot_even_repeat_the_question_is_asked_without_EDNS()
    {
        await using var server = new FakeDnsServer(question => question[11] == 1
            ? [[question[0], question[1], 0x81, 0x81, 0, 0, 0, 0, 0, 0, 0, 0]]
            : [FakeDnsServer.Address(question)]);

        Assert.IsType<DnsReply.Records>(await AskAsync(Long, server.EndPoint));
    }

    [Fact]
    public async Task Answer_without_a_question_is_none()
    {
        await using var server = new FakeDnsServer(question =>
            [[question[0], question[1], 0x81, 0x80, 0, 0, 0, 0, 0, 0, 0, 0]]);

        Assert.Contains("does not answer", (await FailureAsync(Short, server.EndPoint)).Reason);
    }

    [Fact]
    public async Task Name_that_points_at_itself_is_no_answer()
    {
        await using var server = new FakeDnsServer(question =>
            [FakeDnsServer.Reply(question, 0, 0xC0, 30, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 192, 0, 2, 1)]);

        Assert.Contains("does not answer", (await FailureAsync(Short, server.EndPoint)).Reason);
    }

    [Fact]
    public async Task Truncated_answer_without_a_way_by_TCP_is_a_failure()
    {
        await using var server = new FakeDnsServer(question =>
        {
            var reply = FakeDnsServer.Reply(question, 0);
            reply[2] |= 2;
            return [reply];
        });

        Assert.Contains("cannot be reached", (await FailureAsync(Long, server.EndPoint)).Reason);
    }

    private static async Task<DnsReply.Failed> FailureAsync(DnsTimes times, IPEndPoint server) =>
        Assert.IsType<DnsReply.Failed>(await AskAsync(times, server));

    private static Task<DnsReply> AskAsync(DnsTimes times, params IPEndPoint[] servers) =>
        new NetworkDns(servers, times, TimeProvider.System).AskAsync(Question, Stop);

    private static byte[] Changed(byte[] octets, int at)
    {
        octets[at] ^= 0x81;
        return octets;
    }
}
