using Digest.Gather.WebPage;
using Xunit;

namespace Digest.UnitTests.Gather.WebPage;

public sealed class PageSelectorTests
{
    [Theory]
    [InlineData("article h2", "article h2", null)]
    [InlineData("time@datetime", "time", "datetime")]
    [InlineData("a[href*='@x'] @data-url", "a[href*='@x']", "data-url")]
    [InlineData(".", null, null)]
    [InlineData("@id", null, "id")]
    public void Selector_may_name_an_attribute(string written, string? selector, string? attribute) =>
        Assert.Equal(new PageSelector(selector, attribute), PageSelector.Of(written));

    [Theory]
    [InlineData("article:has(> h2)", true)]
    [InlineData("li:nth-child(2n+1)", true)]
    [InlineData(".", true)]
    [InlineData("article[", false)]
    [InlineData("h2 >", false)]
    [InlineData("article]", false)]
    [InlineData(":no-such", false)]
    public void Wrong_selector_is_refused_in_words(string written, bool good)
    {
        var fault = PageSelector.Fault(written);

        Assert.Equal(good, fault is null);
        if (!good)
            Assert.Contains("is no CSS selector; write for example", fault);
    }
}
