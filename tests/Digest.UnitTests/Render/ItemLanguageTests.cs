using Digest.Model;
using Digest.Render;
using Xunit;

namespace Digest.UnitTests.Render;

public sealed class ItemLanguageTests
{
    [Fact]
    public void Trace_comment_tells_the_language() =>
        Assert.Equal("de", Of("<!-- item:abc source:x seen:2026-11-08 lang:de -->\nText", "Text"));

    [Fact]
    public void Quoted_values_of_the_trace_tell_nothing() =>
        Assert.Equal("zh-CN", Of("<!-- item:abc section:\"tag lang:de\" -->\n文", "文"));

    [Fact]
    public void Comment_of_an_editor_tells_nothing() => Assert.Equal("zh-CN", Of("<!-- lang:de -->\n文", "文"));

    [Theory]
    [InlineData("Nova client 2.17.0 was released this week", "en")]
    [InlineData("Icehouse-2", "zh-CN")]
    [InlineData("東京ミートアップの発表資料が公開されました", "ja")]
    [InlineData("Nova 客户端 2.17.0 发布", "zh-CN")]
    public void Else_scripts_tell_it(string words, string language) => Assert.Equal(language, Of(words, words));

    private static string Of(string source, string words) =>
        ItemLanguage.Of(new IssueItem { Source = source, Markdown = words }, words, "zh-CN");
}
