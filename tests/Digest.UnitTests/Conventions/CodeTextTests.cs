using Xunit;

namespace Digest.UnitTests.Conventions;

public sealed class CodeTextTests
{
    [Theory]
    [InlineData("a(); // b\nc();", "a();     \nc();")]
    [InlineData("a(\"b // \\\" c\"); d();", "a(           ); d();")]
    [InlineData("a(@\"b\"\"c\"); d();", "a(       ); d();")]
    [InlineData("a(\"\"\"b\"c\"\"\"); d();", "a(         ); d();")]
    [InlineData("a('\"'); d(\"x\");", "a(   ); d(   );")]
    [InlineData("a(); /* b\nc */ d();", "a();     \n     d();")]
    public void Comments_and_texts_are_blank(string text, string code) => Assert.Equal(code, CodeText.Of(text));
}
