using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Digest.IntegrationTests.Interop;

/// <summary>A signature is still good where the letter lies in the mailbox, for verifiers of four authors.</summary>
public sealed class DeliveredSignatureTests(MailHostFixture mail)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public Task Dkimpy_takes_it_and_no_other() => VerifyAsync(DkimVerifiers.IsGoodForDkimpyAsync);

    [Fact]
    public Task Mail_DKIM_takes_it_and_no_other() => VerifyAsync(DkimVerifiers.IsGoodForMailDkimAsync);

    [Fact]
    public Task Opendkim_takes_it_and_no_other() => VerifyAsync(DkimVerifiers.IsGoodForOpendkimAsync);

    [Fact]
    public async Task Mailauth_passes_dkim_spf_and_dmarc_with_both_names_aligned()
    {
        var report = await DkimVerifiers.ReportOfMailauthAsync(await DeliverAsync());

        Assert.Equal("pass", (string?)report["dkim"]!["results"]![0]!["status"]!["result"]);
        Assert.Equal("pass", (string?)report["spf"]!["status"]!["result"]);
        Assert.Equal("pass", (string?)report["dmarc"]!["status"]!["result"]);
        Assert.Equal("news.example", (string?)report["dmarc"]!["alignment"]!["dkim"]!["result"]);
        Assert.Equal("news.example", (string?)report["dmarc"]!["alignment"]!["spf"]!["result"]);
    }

    [Fact]
    public async Task Mailauth_finds_the_fields_of_unsubscribing_signed()
    {
        var report = await DkimVerifiers.ReportOfMailauthAsync(await DeliverAsync());
        var keys = $"{report["dkim"]!["results"]![0]!["signingHeaders"]!["keys"]}".Split(": ");

        Assert.Contains("List-Unsubscribe", keys);
        Assert.Contains("List-Unsubscribe-Post", keys);
    }

    private async Task VerifyAsync(Func<byte[], Task<bool>> isGood)
    {
        var delivered = await DeliverAsync();
        var text = Encoding.UTF8.GetString(delivered);

        Assert.True(await isGood(delivered));
        Assert.False(await isGood(Changed("Subject: ", "Subject: Re: ")));
        Assert.False(await isGood(Changed("From: ", "From: x@evil.example\r\nFrom: ")));

        byte[] Changed(string start, string other) =>
            Encoding.UTF8.GetBytes(text.Replace($"\r\n{start}", $"\r\n{other}"));
    }

    private async Task<byte[]> DeliverAsync()
    {
        var host = await mail.StartAsync();
        var mailbox = $"{Guid.NewGuid():N}@rcpt.example";
        await mail.SendAsync(SignedLetters.OfSampleIssue(mailbox, "髙橋 太郎"));
        return Assert.Single(await host.MailsAsync(mailbox, 1, Token)).Octets;
    }
}
