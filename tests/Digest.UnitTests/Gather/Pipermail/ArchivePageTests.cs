using System.Text;
using Digest.Gather.Listings;
using Digest.Gather.Mails;
using Digest.Gather.Pipermail;
using Digest.Gather.Web;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Gather.Pipermail;

public sealed class ArchivePageTests
{
    private static readonly Uri Month = new("https://lists.example/pipermail/keel-dev/2026-November/");

    [Fact]
    public void Numbers_have_the_order_of_the_download_and_not_of_the_page() => Assert.Equal(
        ["000007", "000009"],
        Locate([Mail("One"), Mail("Two")], Entry("000009", "Two"), Entry("000007", "One")));

    [Fact]
    public void Subject_and_author_find_a_mail_when_the_order_is_broken() => Assert.Equal(
        ["000008", "000009"],
        Locate(
            [Mail("Same", "Bo"), Mail("Same", "Ann")],
            Entry("000007", "Lost"), Entry("000008", "Same", "Bo"), Entry("000009", "Same", "Ann")));

    [Fact]
    public void Prefix_that_the_page_leaves_out_does_not_matter() =>
        Assert.Equal(["000007"], Locate([Mail("[keel-dev] 发布计划")], Entry("000007", "发布计划")));

    [Fact]
    public void Mail_that_the_page_does_not_list_links_to_the_threads() =>
        Assert.Equal(["thread"], Locate([Mail("One")], Entry("000007", "Two")));

    [Theory]
    [InlineData("../../secret/000001.html")]
    [InlineData("https://evil.example/000001.html")]
    [InlineData("javascript:alert(1)//000001.html")]
    [InlineData("author.html")]
    public void Links_that_lead_elsewhere_are_no_mails(string link) =>
        Assert.Equal(["thread"], Locate([Mail("One")], $"<LI><A HREF=\"{link}\">One</A><I>Ann Keel</I>"));

    private static List<string> Locate(ListMail[] mails, params string[] entries)
    {
        var html = $"<html><body><ul>{string.Concat(entries)}</ul></body></html>";
        var found = new WebAnswer.Found(Encoding.UTF8.GetBytes(html), new Uri(Month, "date.html"));

        var located = ArchivePage.Locate(mails, HtmlPage.Read(found), new Uri(Month, "thread.html"));

        return [.. located.Select(mail => Path.GetFileNameWithoutExtension(mail.Url!))];
    }

    private static string Entry(string number, string subject, string author = "Ann Keel") =>
        $"<LI><A HREF=\"{number}.html\">{subject}\n</A><A NAME=\"{number}\">&nbsp;</A>\n<I>{author}\n</I>\n";

    private static ListMail Mail(string subject, string name = "Ann Keel") => ListMailReader.Read(
        Encoding.UTF8.GetBytes(Some.ListMail(subject, $"{name[0]}{subject.Length}@x", name)), null);
}
