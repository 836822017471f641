using Digest.Testing;
using Digest.Testing.Servers;
using Xunit;

namespace Digest.IntegrationTests.Interop;

/// <summary>Letters that went through Postfix into a Maildir of Dovecot.</summary>
public sealed class RoundTripTests(MailHostFixture mail)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_signed_letter_arrives_octet_for_octet_below_the_trace_fields()
    {
        var host = await mail.StartAsync();
        var letter = SignedLetters.OfSampleIssue("taro@rcpt.example", "髙橋 太郎");

        await mail.SendAsync(letter);

        var arrived = Assert.Single(await host.MailsAsync("taro@rcpt.example", 1, Token));
        Assert.Equal(letter.Message.ToArray(), arrived.Sent.ToArray());
        Assert.StartsWith("Return-Path: <weekly@news.example>\r\nDelivered-To: taro@rcpt.example\r\n", arrived.Added);
        Assert.Contains("with ESMTPSA id", arrived.Added);
    }

    [Fact]
    public async Task Lines_that_begin_with_dots_and_From_arrive_as_written()
    {
        var host = await mail.StartAsync();
        var issue = Some.IssueToSend() with { Text = ".\n..\n.dot\nFrom here\n\n.\n" };
        var letter = SignedLetters.Of(issue, "dots@rcpt.example", null, "dots@news.example");

        await mail.SendAsync(letter);

        var arrived = Assert.Single(await host.MailsAsync("dots@rcpt.example", 1, Token));
        Assert.Equal(letter.Message.ToArray(), arrived.Sent.ToArray());
    }
}
