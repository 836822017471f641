using Digest.Gather.Feed;
using Xunit;

namespace Digest.UnitTests.Gather.Feed;

public sealed class DoubleEscapedTests
{
    [Theory]
    [InlineData("&lt;p&gt;浮木 &amp;amp; keel&lt;/p&gt;", "<p>浮木 &amp; keel</p>")]
    [InlineData(" &lt;div class=&quot;x&quot;&gt;a&lt;br/&gt;b&lt;/div&gt; ", " <div class=\"x\">a<br/>b</div> ")]
    public void Text_that_is_all_escaped_tags_is_html(string written, string html)
    {
        Assert.Equal(html, DoubleEscaped.Undo(written));
    }

    [Theory]
    [InlineData("<p>Write &lt;p&gt; and &lt;/p&gt;</p>")]
    [InlineData("Write &lt;p&gt; and &lt;/p&gt;")]
    [InlineData("&lt;T&gt; is a type &lt;/T&gt;")]
    [InlineData("a &lt; b")]
    public void Text_about_tags_stays(string written)
    {
        Assert.Equal(written, DoubleEscaped.Undo(written));
    }
}
