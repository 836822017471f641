using System.Text;
using Digest.Gather.Mails;
using Digest.Testing;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Gather.Mails;

public sealed class ArchiveMboxTests
{
    [Fact]
    public void Every_mail_is_cut_out()
    {
        var mbox = Some.Mbox(Some.ListMail("One", "1@x.example"), Some.ListMail("Two", "2@x.example"));

        Assert.Equal(["One", "Two"], Split(mbox).Select(SubjectOf));
    }

    [Theory]
    [InlineData("\nFrom the meeting on Nov 12 at 10:00 in 2026 we learnt much.\n")]
    [InlineData("\nFrom ann at anchor.example  Thu Nov 12 09:30:00 2026\nno field follows\n")]
    [InlineData("\nFrom here on\n")]
    public void Line_of_text_that_begins_with_from_begins_no_mail(string body)
    {
        var mails = Split(Some.Mbox(Some.ListMail("One", body: body)));

        Assert.Contains(body.Trim(), Assert.Single(mails));
    }

    [Theory]
    [InlineData("From ann at anchor.example  Tue Jul 17 07:30:43 2012")]
    [InlineData("From ann@anchor.example Tue Jul  7 07:30:43 2012")]
    [InlineData("From ann@anchor.example Tue Jul 17 07:30:43 +0200 2012")]
    [InlineData("From ann@anchor.example  Tue, 17 Jul 2012 07:30:43 +0000")]
    [InlineData("From ann at anchor.example  Tue Jul 17 07:30:43 2012\r")]
    public void Separators_of_all_archives_are_known(string line) =>
        Assert.Single(Split($"{line}\nSubject: One\n\nBody\n"));

    [Fact]
    public void What_is_no_mailbox_holds_no_mails() => Assert.Empty(Split("<html>From here</html>"));

    [Fact]
    public void Any_octets_are_cut_and_read_without_an_exception() => Prop.ForAll<byte[]>(octets =>
    {
        byte[] framed = [.. Encoding.ASCII.GetBytes(Some.Mbox("Subject: a\n")), .. octets ?? []];
        var openings = ArchiveMbox.Split(framed)
            .Select(message => MailBody.Opening(ListMailReader.Read(message, "zh-CN").Entity));
        return openings.Count() == 1;
    }).QuickCheckThrowOnFailure();

    private static List<string> Split(string mbox) =>
        [.. ArchiveMbox.Split(Encoding.UTF8.GetBytes(mbox)).Select(mail => Encoding.UTF8.GetString(mail.Span))];

    private static string SubjectOf(string mail) =>
        mail.Split('\n').Single(line => line.StartsWith("Subject: ", StringComparison.Ordinal))["Subject: ".Length..];
}
