using Digest.Render;
using Digest.Templating;
using Xunit;

namespace Digest.UnitTests.Render;

public sealed class ItemHtmlTests
{
    [Theory]
    [InlineData("rlo\u202Egpj.exe", "rlogpj.exe")]
    [InlineData("\u2066isolated\u2069", "isolated")]
    public void Text_is_not_turned_around(string written, string shown) => Assert.Equal(
        $"<p>{shown}</p>",
        ItemHtml.Write(ItemHtml.Read($"<p>{written}</p>", hasTitle: false, isGathered: true, Chrome.For("en"))));
}
