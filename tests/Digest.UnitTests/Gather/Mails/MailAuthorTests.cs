using System.Text;
using Digest.Gather.Mails;
using Digest.Mail.Mime.Reading;
using Xunit;

namespace Digest.UnitTests.Gather.Mails;

public sealed class MailAuthorTests
{
    [Theory]
    [InlineData("ann at anchor.example (Ann Keel)", "Ann Keel")]
    [InlineData("ann at anchor.example (Ann Keel (Driftwood))", "Ann Keel (Driftwood)")]
    [InlineData("ann ＠ anchor.example (錨 花子)", "錨 花子")]
    [InlineData("ann at anchor.example (=?gb2312?B?1cXI/Q==?=)", "张三")]
    [InlineData("Ann Keel <ann@anchor.example>", "Ann Keel")]
    [InlineData("  Ann   Keel   <<ann>>  ", "Ann Keel")]
    [InlineData("Ann Keel <ann at anchor.example>", "Ann Keel")]
    [InlineData("\"Keel, Ann via keel-dev\" <keel-dev@lists.example>", "Keel, Ann")]
    [InlineData("ann@anchor.example", null)]
    [InlineData("ann at anchor.example", null)]
    [InlineData("ann at anchor.example (ann at anchor.example)", null)]
    [InlineData("\"ann@anchor.example\" <ann@anchor.example>", null)]
    [InlineData("", null)]
    public void Name_is_shown_and_the_address_is_not(string from, string? name) =>
        Assert.Equal(name, AuthorOf(from).Name);

    /// <summary>Spaces that could be shared out in many ways cost minutes for an archive of such mails.</summary>
    [Fact]
    public void Field_of_spaces_is_read_a_thousand_times() => Assert.All(
        Enumerable.Range(0, 3000), _ => Assert.Null(MailAuthor.Of(new string(' ', 500), "").Name));

    [Fact]
    public void People_without_names_are_told_apart() =>
        Assert.NotEqual(AuthorOf("ann@anchor.example").Key, AuthorOf("bo@anchor.example").Key);

    private static MailAuthor AuthorOf(string from) =>
        MailAuthor.Read(MimeReader.Read(Encoding.UTF8.GetBytes($"From: {from}\n\n")).Headers);
}
