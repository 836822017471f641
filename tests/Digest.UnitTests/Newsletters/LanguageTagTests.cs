using Digest.Newsletters;
using Xunit;

namespace Digest.UnitTests.Newsletters;

public class LanguageTagTests
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("zh-Hant-TW")]
    [InlineData("ja")]
    [InlineData("EN-gb")]
    [InlineData("de-CH-1996")]
    [InlineData("es-419")]
    [InlineData("en-u-ca-gregory")]
    public void Sound_tag_is_accepted(string tag) => Assert.Null(LanguageTag.Check(tag));

    [Theory]
    [InlineData("zh_CN")]
    [InlineData("chinese")]
    [InlineData("qq")]
    [InlineData("en-")]
    [InlineData("en us")]
    [InlineData("en\n")]
    [InlineData("en-x")]
    [InlineData("中文")]
    public void Anything_else_is_refused_with_what_would_be_right(string tag) =>
        Assert.Contains("write ", LanguageTag.Check(tag), StringComparison.Ordinal);
}
