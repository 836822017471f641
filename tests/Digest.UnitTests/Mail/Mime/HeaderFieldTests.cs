using System.Text;
using Digest.Mail.Mime;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Mail.Mime;

public sealed class HeaderFieldTests
{
    public static TheoryData<string> LineBreakers =>
        ["a\r\nBcc: b", "a\rb", "a\nb", "a\0b", "a\u0085b", "a\u2028b", "a\u2029b", "a\u001Bb", "a\u007Fb"];

    [Theory]
    [MemberData(nameof(LineBreakers))]
    public void CVE_2026_23829_no_kind_of_field_takes_a_line_break(string value)
    {
        Assert.Throws<FormatException>(() => HeaderField.Unstructured("X-A", value));
        Assert.Throws<FormatException>(() => HeaderField.Structured("X-A", value));
        Assert.Throws<FormatException>(() => HeaderField.Unfoldable("X-A", value));
        Assert.Throws<FormatException>(() => HeaderField.Identified("X-A", value, "a.b"));
    }

    // Not among the data above: a test runner may replace half a character on its way to the test.
    [Fact]
    public void Half_a_character_is_refused() =>
        Assert.Throws<FormatException>(() => HeaderField.Unstructured("X-A", "\uD83D"));

    [Theory]
    [InlineData("")]
    [InlineData("X A")]
    [InlineData("X:")]
    [InlineData("X\r\nY")]
    [InlineData("名")]
    public void Names_are_printable_ascii(string name) =>
        Assert.Throws<FormatException>(() => HeaderField.Unstructured(name, "a"));

    [Fact]
    public void An_empty_value_is_refused() =>
        Assert.Throws<FormatException>(() => HeaderField.Unstructured("X-A", "  "));

    [Fact]
    public void Spaces_that_would_overflow_a_line_are_encoded()
    {
        var mail = Some.MailMessage($"a{new string(' ', 2000)}b");

        var lines = Encoding.ASCII.GetString(MimeWriter.Write(mail)).Split("\r\n");

        Assert.All(lines, line => Assert.InRange(line.Length, 0, 76));
        Assert.DoesNotContain(lines, line => line.StartsWith("  ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_value_that_cannot_be_folded_keeps_to_one_line() =>
        Assert.Throws<FormatException>(() => HeaderField.Unfoldable("X-A", new string('a', 995)));
}
