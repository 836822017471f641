using System.Text;
using Digest.IntegrationTests.Interop;
using Digest.Mail.Dkim;
using Xunit;

namespace Digest.IntegrationTests.Mail;

/// <summary>
/// What may be done to a letter of the sample issue on its way, and what may not, for our verifier and those of others
/// alike.
/// </summary>
public sealed class DkimMatrixTests
{
    private static readonly string Letter =
        Encoding.UTF8.GetString(SignedLetters.OfSampleIssue("taro@rcpt.example", "髙橋 太郎").Message.Span);

    /// <summary>What is done, by its name.</summary>
    private static readonly Dictionary<string, Func<string, string>> Harmless = new()
    {
        ["nothing"] = letter => letter,
        ["a field refolded"] = letter => letter.Replace("\r\nSubject: ", "\r\nSubject:\r\n\t "),
        ["a name in capitals"] = letter => letter.Replace("\r\nList-Id:", "\r\nLIST-ID:\t "),
        ["a trace field before it"] = letter => "Received: from a.example by b.example\r\n" + letter,
        ["spaces at the ends of the body's lines"] = letter => InBody(letter, body => body.Replace("\r\n", " \t\r\n")),
        ["empty lines after it"] = letter => letter + "\r\n\r\n",
    };

    private static readonly Dictionary<string, Func<string, string>> Tampering = new()
    {
        ["another body"] = letter => InBody(letter, body => body.Replace("\r\n\r\n", "\r\n\r\nx")),
        ["another subject"] = letter => letter.Replace("\r\nSubject: ", "\r\nSubject: x "),
        ["another link"] = letter => letter.Replace("\r\nList-Unsubscribe: <", "\r\nList-Unsubscribe: <x"),
        ["no one-click"] = letter => letter.Replace("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n", ""),
        ["another issue"] = letter => letter.Replace("\r\nFeedback-ID: ", "\r\nFeedback-ID: x"),
        ["a second Subject"] = letter => "Subject: x\r\n" + letter,
        ["a second From"] = letter => "From: x@evil.example\r\n" + letter,
        ["a second To"] = letter => "To: x@evil.example\r\n" + letter,
        ["a Cc"] = letter => "Cc: x@evil.example\r\n" + letter,
        ["a Reply-To before it"] = letter => "Reply-To: x@evil.example\r\n" + letter,
        ["a second link"] = letter => "List-Unsubscribe: <https://evil.example/>\r\n" + letter,
        ["a second type"] = letter => "Content-Type: text/html\r\n" + letter,
    };

    public static TheoryData<string> HarmlessChanges => [.. Harmless.Keys];

    public static TheoryData<string> HarmfulChanges => [.. Tampering.Keys];

    [Theory]
    [MemberData(nameof(HarmlessChanges))]
    public Task The_signature_survives(string change) => AllSayAsync(true, Harmless[change](Letter));

    [Theory]
    [MemberData(nameof(HarmfulChanges))]
    public Task The_signature_does_not_survive(string change)
    {
        var changed = Tampering[change](Letter);

        Assert.NotEqual(Letter, changed);
        return AllSayAsync(false, changed);
    }

    private static async Task AllSayAsync(bool isGood, string letter)
    {
        var mail = Encoding.UTF8.GetBytes(letter);
        Assert.Equal(isGood, Assert.Single(DkimVerifier.Verify(mail, _ => SignedLetters.KeyRecord)).IsValid);
        Assert.Equal(isGood, await DkimVerifiers.IsGoodForDkimpyAsync(mail));
        Assert.Equal(isGood, await DkimVerifiers.IsGoodForMailDkimAsync(mail));

        var report = await DkimVerifiers.ReportOfMailauthAsync(mail);
        Assert.Equal(isGood, (string?)report["dkim"]!["results"]![0]!["status"]!["result"] == "pass");
    }

    private static string InBody(string letter, Func<string, string> change)
    {
        var split = letter.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        return letter[..split] + change(letter[split..]);
    }
}
