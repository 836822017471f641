using Digest.Mail.Mime.Reading;
using Xunit;

namespace Digest.IntegrationTests.Mail;

/// <summary>
/// Two thousand generated mails say the same to every parser, ours included, and without a defect. Where a parser is
/// wrong, its row says in what and by which rule.
/// </summary>
public sealed class ForeignParserTests(GeneratedFolder folder) : IClassFixture<GeneratedFolder>
{
    private static string Count => $"{GeneratedFolder.Count}";

    [Fact]
    public void Our_own_reader_reads_what_was_written() => Compare(
        Enumerable.Range(0, GeneratedFolder.Count).Select(number =>
        {
            var mail = MimeReader.Read(File.ReadAllBytes(folder.MailPath(number)));
            Assert.All(mail.Descendants(), part => Assert.Empty(part.Defects));
            return MailFacts.Of(mail);
        }));

    [Fact]
    public async Task Python_reads_what_was_written()
    {
        ForeignMail.SkipWithoutTools();
        Compare(Read(await ForeignMail.PythonAsync("read.py", folder.Root, Count)));
    }

    [Fact]
    public async Task Mailparser_reads_what_was_written()
    {
        ForeignMail.SkipWithoutTools();
        Compare(Read(await ForeignMail.NodeAsync("read.mjs", "mailparser", folder.Root, Count)));
    }

    /// <summary>
    /// postal-mime ends a quoted-printable part with a line end more, although the one before a boundary belongs to
    /// the boundary (RFC 2046 §5.1.1); so line ends at the very end are not compared.
    /// </summary>
    [Fact]
    public async Task Postal_mime_reads_what_was_written_but_for_a_line_end()
    {
        ForeignMail.SkipWithoutTools();
        var read = Read(await ForeignMail.NodeAsync("read.mjs", "postal-mime", folder.Root, Count));
        Compare(read, facts => facts with { Text = facts.Text.TrimEnd('\n'), Html = facts.Html.TrimEnd('\n') });
    }

    private static IEnumerable<MailFacts> Read(string output) =>
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(MailFacts.Read);

    private void Compare(IEnumerable<MailFacts> read, Func<MailFacts, MailFacts>? leaveOut = null)
    {
        leaveOut ??= facts => facts;
        var count = 0;
        foreach (var (number, facts) in read.Index())
        {
            Assert.Equal($"{number} {leaveOut(folder.Facts[number]).ToJson()}", $"{number} {leaveOut(facts).ToJson()}");
            count++;
        }

        Assert.Equal(GeneratedFolder.Count, count);
    }
}
