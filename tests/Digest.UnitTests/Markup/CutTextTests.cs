using Digest.Markup;
using Xunit;

namespace Digest.UnitTests.Markup;

public sealed class CutTextTests
{
    [Theory]
    [InlineData("锚", "锚")]
    [InlineData("浮木浮木", "浮木浮木")]
    [InlineData("浮木浮木浮", "浮木浮木…")]
    [InlineData("the anchor", "the…")]
    [InlineData("abc🚢def", "abc…")]
    [InlineData("🚢🚢🚢", "🚢🚢…")]
    public void Text_ends_at_a_whole_character(string text, string cut) => Assert.Equal(cut, CutText.At(text, 4));
}
