using Digest.Gather.Notes;
using Xunit;

namespace Digest.UnitTests.Gather.Notes;

public sealed class LiquidTagsTests
{
    [Theory]
    [InlineData("{% include JB/setup %}\n\nText", "\nText")]
    [InlineData("See {{ site.title }} now", "See  now")]
    [InlineData("Use `{{ name }}` here", "Use `{{ name }}` here")]
    [InlineData("```\n{{ name }}\n```", "```\n{{ name }}\n```")]
    [InlineData("    {{ indented }}", "    {{ indented }}")]
    [InlineData("{% highlight ruby linenos %}\nputs 1\n{% endhighlight %}", "```ruby\nputs 1\n```")]
    [InlineData("a{% comment %}secret\nmore{% endcomment %}b", "ab")]
    [InlineData("{% raw %}kept{% endraw %}", "kept")]
    [InlineData("open {% tag and {{ brace", "open {% tag and {{ brace")]
    [InlineData("no tags { } %", "no tags { } %")]
    public void Tags_go_and_code_stays(string text, string expected)
    {
        Assert.Equal(expected, LiquidTags.Strip(text));
    }

    [Fact]
    public void Line_of_open_tags_takes_no_time()
    {
        var line = string.Concat(Enumerable.Repeat("{{", 250_000));

        Assert.Equal(line, LiquidTags.Strip(line));
    }
}
