using Digest.Mail.Mime.Reading;
using Xunit;

namespace Digest.UnitTests.Mail.Mime.Reading;

public sealed class AddressTests
{
    [Theory]
    [InlineData("a@b.example", "|a@b.example")]
    [InlineData("Ann <a@b.example>", "Ann|a@b.example")]
    [InlineData("\"Ann, B. \\\"x\\\"\" <a@b.example>", "Ann, B. \"x\"|a@b.example")]
    [InlineData("a@b.example (Ann (of B))", "Ann (of B)|a@b.example")]
    [InlineData("Ann(x)<a@b.example>(y)", "Ann|a@b.example")]
    [InlineData("=?utf-8?Q?Doe,_J=C3=B6rg?= <a@b.example>", "Doe, Jörg|a@b.example")]
    [InlineData("<@r.example,@s.example:a@b.example>", "|a@b.example")]
    [InlineData("\"a b\"@c.example", "|\"a b\"@c.example")]
    [InlineData("Ann <\"a>b\"@c.example>", "Ann|\"a>b\"@c.example")]
    [InlineData("a . b @ c . example", "|a.b@c.example")]
    [InlineData("MAILER-DAEMON", "|MAILER-DAEMON")]
    [InlineData("<MAILER-DAEMON>", "|MAILER-DAEMON")]
    [InlineData("a@[IPv6:::1]", "|a@[IPv6:::1]")]
    [InlineData("Ann <a@b.example", "Ann|a@b.example")]
    [InlineData("社区 <a@b.example>", "社区|a@b.example")]
    public void One_mailbox_is_read(string value, string expected) => Assert.Equal(expected, Show(value));

    [Theory]
    [InlineData("a@b.example, Ann <c@d.example>", "|a@b.example Ann|c@d.example")]
    [InlineData("a@b.example,,;c@d.example", "|a@b.example |c@d.example")]
    [InlineData("Team: Ann <a@b.example>, c@d.example;, e@f.example", "Ann|a@b.example |c@d.example |e@f.example")]
    [InlineData("<a@b.example> <c@d.example>", "|a@b.example |c@d.example")]
    [InlineData("undisclosed-recipients:;", "")]
    [InlineData("<>", "")]
    [InlineData(" , (nobody) ", "")]
    public void Lists_and_groups_are_opened(string value, string expected) => Assert.Equal(expected, Show(value));

    [Theory]
    [InlineData("<a@b> <c@d>", "a@b c@d")]
    [InlineData("<a b@c>,<>", "ab@c")]
    [InlineData("<a@b", "a@b")]
    [InlineData("a@b, \"c@d\" x", "a@b c@d")]
    [InlineData(null, "")]
    public void Message_ids_are_read(string? value, string expected) =>
        Assert.Equal(expected, string.Join(' ', MessageIds.Read(value)));

    private static string Show(string value) =>
        string.Join(' ', MailAddresses.Read(value).Select(mailbox => $"{mailbox.Name}|{mailbox.Address}"));
}
