using Digest.Templating;
using Xunit;

namespace Digest.UnitTests.Templating;

public sealed class ChromeTests
{
    [Theory]
    [InlineData("zh", "退订本刊")]
    [InlineData("zh-CN", "退订本刊")]
    [InlineData("zh-Hans-SG", "退订本刊")]
    [InlineData("zh-TW", "取消訂閱本刊")]
    [InlineData("zh-Hant", "取消訂閱本刊")]
    [InlineData("ja-JP", "配信を停止する")]
    [InlineData("en-GB", "Unsubscribe from this newsletter")]
    [InlineData("de", "Unsubscribe from this newsletter")]
    public void Words_follow_the_language(string language, string unsubscribe) =>
        Assert.Equal(unsubscribe, Chrome.For(language).Unsubscribe);

    [Theory]
    [InlineData("zh", "hans")]
    [InlineData("zh-HK", "hant")]
    [InlineData("ja", "ja")]
    [InlineData("fr", "latn")]
    public void Fonts_follow_the_language(string language, string css) =>
        Assert.Equal(css, Typeface.Of(language).CssClass);

    [Theory]
    [InlineData("zh", "2026年11月7日 – 11月13日")]
    [InlineData("ja", "2026年11月7日 – 11月13日")]
    [InlineData("en", "November 7 – 13, 2026")]
    public void Days_follow_the_language(string language, string days) =>
        Assert.Equal(days, DayRange.Format(new DateOnly(2026, 11, 7), new DateOnly(2026, 11, 13), language));

    [Theory]
    [InlineData("zh", "2013年12月26日 – 2014年1月16日")]
    [InlineData("en", "December 26, 2013 – January 16, 2014")]
    public void Range_over_the_new_year_names_both_years(string language, string days) =>
        Assert.Equal(days, DayRange.Format(new DateOnly(2013, 12, 26), new DateOnly(2014, 1, 16), language));

    [Theory]
    [InlineData("en", "en-GB", true)]
    [InlineData("zh-CN", "zh", true)]
    [InlineData("zh-CN", "zh-TW", false)]
    [InlineData("zh", "ja", false)]
    public void Languages_are_alike_if_voice_and_glyphs_are(string one, string other, bool alike) =>
        Assert.Equal(alike, LanguageTag.Alike(one, other));

    [Theory]
    [InlineData("ar", "rtl")]
    [InlineData("zh-CN", "ltr")]
    public void Direction_follows_the_language(string language, string direction) =>
        Assert.Equal(direction, LanguageTag.DirectionOf(language));

    [Theory]
    [InlineData("zh-Hans-CN", true)]
    [InlineData("zh_CN", false)]
    [InlineData("", false)]
    [InlineData("en\"><script>", false)]
    public void Only_well_formed_tags_are_believed(string tag, bool well) =>
        Assert.Equal(well, LanguageTag.IsWellFormed(tag));
}
