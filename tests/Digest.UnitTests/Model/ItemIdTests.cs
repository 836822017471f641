using Digest.Model;
using Xunit;

namespace Digest.UnitTests.Model;

public class ItemIdTests
{
    [Fact]
    public void Same_item_has_the_same_id_for_ever() =>
        Assert.Equal(ItemId.Of("weekly", "planet", "guid-1"), ItemId.Of("weekly", "planet", "guid-1"));

    [Fact]
    public void Id_fits_a_trace_comment() => Assert.Matches("^[0-9a-z]{12}$", ItemId.Of("weekly", "planet", "-->"));

    [Fact]
    public void Every_part_counts()
    {
        string[] others = [ItemId.Of("x", "b", "c"), ItemId.Of("a", "x", "c"), ItemId.Of("a", "b", "x")];

        Assert.DoesNotContain(ItemId.Of("a", "b", "c"), others);
    }
}
