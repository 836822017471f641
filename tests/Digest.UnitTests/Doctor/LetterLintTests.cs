using System.Text;
using Digest.Doctor;
using Xunit;

namespace Digest.UnitTests.Doctor;

public sealed class LetterLintTests
{
    private const string Header = """
        From: News <news@harbour.test>
        Reply-To: news@harbour.test
        To: reader@example.com
        Subject: Issue 1
        Date: Fri, 13 Nov 2026 10:00:00 +0000
        Message-ID: <1@harbour.test>
        List-Id: <harbour.harbour.test>
        List-Unsubscribe: <https://news.harbour.test/unsubscribe/x>
        List-Unsubscribe-Post: List-Unsubscribe=One-Click
        Feedback-ID: 1:harbour:newsletter:harbour.test
        MIME-Version: 1.0
        Content-Type: text/html; charset=utf-8
        """;

    [Fact]
    public void Sound_letter_passes() => Assert.Empty(Look(Header, "<a href=\"https://elsewhere.test/\">x</a>"));

    [Theory]
    [InlineData("Feedback-ID")]
    [InlineData("List-Unsubscribe-Post")]
    [InlineData("Reply-To")]
    public void Missing_field_fails(string name)
    {
        var lines = Header.Split('\n').Where(line => !line.StartsWith(name + ":", StringComparison.Ordinal));
        var header = string.Join('\n', lines);

        var finding = Assert.Single(Look(header, "x"));

        Assert.Equal(Verdict.Fail, finding.Verdict);
        Assert.Contains(name, finding.Message);
    }

    [Theory]
    [InlineData("From:To:List-Unsubscribe:List-Unsubscribe-Post", 0)]
    [InlineData("from:to:list-unsubscribe:\n list-unsubscribe-post", 0)]
    [InlineData("From:To:List-Unsubscribe", 1)]
    [InlineData("From:To:List-Unsubscribe-Post", 1)]
    public void Signature_covers_both_fields(string names, int findings) => Assert.Equal(
        findings, Look($"DKIM-Signature: v=1; h={names}; bh=x; b=y\n{Header}", "x").Count());

    [Theory]
    [InlineData("http://elsewhere.test/?a=1&amp;b=2", Verdict.Warn, "1 links")]
    [InlineData("http://localhost:5080/x", Verdict.Fail, "own host")]
    [InlineData("https://slot.invalid/unsubscribe", Verdict.Fail, "nowhere")]
    public void Link_that_does_not_work_is_found(string link, Verdict verdict, string words) => Assert.Contains(
        Look(Header, $"<a href=\"{link}\">x</a>"),
        finding => finding.Verdict == verdict && finding.Message.Contains(words, StringComparison.Ordinal));

    [Theory]
    [InlineData(79, null)]
    [InlineData(90, Verdict.Warn)]
    [InlineData(110, Verdict.Fail)]
    public void Size_is_judged_as_Gmail_does(int kilobytes, Verdict? verdict) => Assert.Equal(
        verdict, Look(Header, new string('x', kilobytes * 1024)).FirstOrDefault()?.Verdict);

    private static IEnumerable<Finding> Look(string header, string html) => LetterLint.Look(
        Encoding.UTF8.GetBytes($"{header}\n\n{html}".ReplaceLineEndings("\r\n")),
        new Uri("https://news.harbour.test/"));
}
