using Digest.Mail.Mime;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Deliver;

/// <summary>
/// One whole letter as a file to look at. DIGEST_UPDATE_GOLDEN=1 writes it anew; read the difference.
/// </summary>
public sealed class GoldenLetterTests
{
    private static readonly string Golden = Path.Combine(
        Corpus.Root, "tests", "Digest.IntegrationTests", "Deliver", "Golden", "letter.eml");

    [Fact]
    public async Task A_letter_looks_as_it_did()
    {
        var letter = Some.Letter(
            Some.Newsletter(),
            Some.IssueToSend(),
            "reader1",
            new Mailbox("山田 太郎", EmailAddress.Parse("taro@example.com")),
            "m1.1@news.example",
            new DateTimeOffset(2026, 11, 13, 10, 0, 0, TimeSpan.Zero));
        if (Environment.GetEnvironmentVariable("DIGEST_UPDATE_GOLDEN") == "1")
            await File.WriteAllBytesAsync(Golden, letter, TestContext.Current.CancellationToken);

        Assert.Equal(await File.ReadAllBytesAsync(Golden, TestContext.Current.CancellationToken), letter);
    }
}
