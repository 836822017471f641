using Digest.Gather.Mails;
using Xunit;

namespace Digest.UnitTests.Gather.Mails;

public sealed class MailFarewellTests
{
    [Theory]
    [InlineData("Keel is out.\n\nAnn", "Ann Keel", "Keel is out.")]
    [InlineData("Keel is out.\nCheers,\nann", "Ann Keel", "Keel is out.")]
    [InlineData("Keel is out.\n\nBest regards, Ann Keel", "Ann Keel", "Keel is out.")]
    [InlineData("Keel is out.\n\nThanks in advance!", null, "Keel is out.")]
    [InlineData("浮木 1.2 发布了。\n\n此致\n敬礼\n小雨", "林小雨", "浮木 1.2 发布了。")]
    [InlineData("出しました。\n\nよろしくお願いいたします。\n佐藤", "佐藤 渚", "出しました。")]
    public void End_that_only_says_who_wrote_it_goes(string text, string? author, string expected) =>
        Assert.Equal(expected, Cut(text, author));

    [Theory]
    [InlineData("Keel is out.\n\nBob", "Ann Keel")]
    [InlineData("Ann", "Ann Keel")]
    [InlineData("Thanks", null)]
    [InlineData("Keel is out.\n\nThanks to Bob for the patch.", "Ann Keel")]
    [InlineData("Who does it?\n\nBest practice is to ask.", null)]
    public void Everything_else_stays(string text, string? author) => Assert.Equal(text, Cut(text, author));

    private static string Cut(string text, string? author) =>
        string.Join('\n', MailFarewell.Cut([.. text.Split('\n')], author));
}
