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
    public void Sound_letter_passes() => Assert.Empty(Look(Header, Link("https://elsewhere.test/")));

    [Fact]
    public void Letter_without_a_way_out_that_readers_see_fails()
    {
        var finding = Assert.Single(Look(Header, "<p>https://news.harbour.test/unsubscribe/x</p>", wayOut: ""));

        Assert.Equal(Verdict.Fail, finding.Verdict);
        Assert.Contains("text/html has no link to unsubscribe", finding.Message);
    }

    [Theory]
    [InlineData("Leave: https://news.harbour.test/unsubscribe/x", 0)]
    [InlineData("Goodbye", 1)]
    public void Way_out_stands_in_the_plain_text_too(string text, int findings) => Assert.Equal(
        findings, Look(Header.Replace("text/html", "text/plain", StringComparison.Ordinal), text, wayOut: "").Count());

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
    [InlineData("http://localhost:5080/x", Verdict.Fail, "cannot reach")]
    [InlineData("http://editors-pc/x", Verdict.Fail, "cannot reach")]
    [InlineData("https://slot.invalid/unsubscribe", Verdict.Fail, "nowhere")]
    [InlineData("/issues/1", Verdict.Fail, "nowhere")]
    [InlineData("{{ issue.url }}", Verdict.Fail, "nowhere")]
    [InlineData("", Verdict.Fail, "nowhere")]
    [InlineData("javascript:void(0)", Verdict.Fail, "nowhere")]
    [InlineData("https://www.example.com/", Verdict.Warn, "examples")]
    [InlineData("https://your-site.example/", Verdict.Warn, "examples")]
    public void Link_that_does_not_work_is_found(string link, Verdict verdict, string words) => Assert.Contains(
        Look(Header, Link(link)),
        finding => finding.Verdict == verdict && finding.Message.Contains(words, StringComparison.Ordinal));

    [Theory]
    [InlineData("#top")]
    [InlineData("mailto:news@harbour.test")]
    [InlineData("cid:picture@harbour.test")]
    public void Link_that_is_no_page_is_left_alone(string link) => Assert.Empty(Look(Header, Link(link)));

    [Theory]
    [InlineData(79, null)]
    [InlineData(90, Verdict.Warn)]
    [InlineData(110, Verdict.Fail)]
    public void Size_is_judged_as_Gmail_does(int kilobytes, Verdict? verdict) => Assert.Equal(
        verdict, Look(Header, new string('x', kilobytes * 1024)).FirstOrDefault()?.Verdict);

    private static string Link(string target) => $"<a href=\"{target}\">x</a>";

    private static IEnumerable<Finding> Look(
        string header, string html, string wayOut = "<a href=\"https://news.harbour.test/unsubscribe/x\">leave</a>") =>
        LetterLint.Look(
            Encoding.UTF8.GetBytes($"{header}\n\n{html}{wayOut}".ReplaceLineEndings("\r\n")),
            new Uri("https://news.harbour.test/"));
}
