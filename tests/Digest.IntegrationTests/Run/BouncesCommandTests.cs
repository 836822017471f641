using System.Text.Json.Nodes;
using Xunit;

namespace Digest.IntegrationTests.Run;

public sealed class BouncesCommandTests : IDisposable
{
    private const string Reader = "berta@reader.example";
    private readonly CommandSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task A_mailbox_file_suppresses_the_dead_and_lists_what_is_not_ours()
    {
        await _site.RunAsync("run", "--at", CommandSite.FirstWeek);
        await File.WriteAllTextAsync(
            _site.PathOf("mbox"),
            Notice("someone@elsewhere.example", "made.up@elsewhere.example") + Notice(Reader, await MessageIdAsync()),
            TestContext.Current.CancellationToken);

        var trial = await _site.RunAsync("bounces", "mbox", "--dry-run");
        var taken = await _site.JsonAsync("bounces", "mbox");
        var again = await _site.JsonAsync("bounces", "mbox");

        Assert.Equal(3, trial.ExitCode);
        Assert.Contains("its Message-ID is on no letter of ours", trial.Output);
        Assert.Equal((1, 1), ((int)taken["counts"]!["suppressed"]!, (int)taken["counts"]!["unmatched"]!));
        Assert.Equal(1, (int)again["counts"]!["known"]!);
        Assert.True((bool)(await ReaderAsync())["suppressed"]!);
        Assert.Equal("hard", (string?)(await LetterAsync())["returned"]!["kind"]);
        Assert.Contains("came back, hard: 1", (await _site.RunAsync("letters", "harbour/1")).Output);
    }

    [Fact]
    public async Task A_path_that_is_not_there_is_wrong_usage() =>
        Assert.Equal(2, (await _site.RunAsync("bounces", "nowhere")).ExitCode);

    private async Task<string> MessageIdAsync() => (string)(await LetterAsync())["messageId"]!;

    private async Task<JsonNode> LetterAsync() => (await _site.JsonAsync("letters", "harbour/1"))["recipients"]!
        .AsArray().Single(one => (string?)one!["address"] == Reader)!;

    private async Task<JsonNode> ReaderAsync() =>
        (await _site.JsonAsync("subscribers", "list", "--newsletter", "harbour"))["subscribers"]!
        .AsArray().Single(one => (string?)one!["address"] == Reader)!;

    private static string Notice(string address, string messageId) =>
        $"""
        From MAILER-DAEMON Fri Nov 13 10:00:00 2026
        From: MAILER-DAEMON@mx.reader.example
        To: editor@harbour.example
        Subject: failure notice

        I wasn't able to deliver your message to the following addresses.

        <{address}>:
        550 5.1.1 no such user

        --- Below this line is a copy of the message.

        Message-ID: <{messageId}>
        To: {address}


        """;
}
