using System.Text;
using Digest.Mail.Dkim;
using Xunit;

namespace Digest.UnitTests.Mail.Dkim;

public sealed class DkimCanonicalFormTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("\r\n\r\n", "")]
    [InlineData(" C \r\nD \t E\r\n\r\n\r\n", " C\r\nD E\r\n")]
    [InlineData("no end", "no end\r\n")]
    [InlineData("a\r\n\r\nb\r\n", "a\r\n\r\nb\r\n")]
    [InlineData("a\r\n \t\r\n", "a\r\n")]
    public void Bodies_are_relaxed(string body, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(RelaxedBody.Of(Encoding.UTF8.GetBytes(body))));

    [Theory]
    [InlineData("A: X\r\n", "a:X\r\n")]
    [InlineData("B : Y\t\r\n\tZ  \r\n", "b:Y Z\r\n")]
    [InlineData("Subject: 社  区\r\n", "subject:社 区\r\n")]
    public void Fields_are_relaxed(string raw, string expected) => Assert.Equal(expected, DkimFields.Relax(raw));

    [Fact]
    public void Continuation_lines_belong_to_their_field()
    {
        var fields = DkimFields.Parse("A: 1\r\n 2\r\nB: 3\r\n");

        Assert.Equal(["A: 1\r\n 2\r\n", "B: 3\r\n"], fields.Select(field => field.Raw));
    }
}
