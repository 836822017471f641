using Digest.Gather.Etherpad;
using Xunit;

namespace Digest.UnitTests.Gather.Etherpad;

public sealed class PadChangeTests
{
    [Fact]
    public void First_read_knows_every_line()
    {
        var first = Assert.IsType<PadChange.First>(PadChange.Of(PadText.Read("议程\n\n* 发布\n-----\n"), null, 0));

        Assert.Equal(["议程", "发布"], first.Lines);
    }

    [Fact]
    public void New_lines_are_told_in_their_order()
    {
        var grown = Assert.IsType<PadChange.Grown>(Change("a\nb", "new\na\n  * other\nb"));

        Assert.Equal(["new", "other"], grown.Lines);
    }

    [Theory]
    [InlineData("a\nb\nc", "c\na\nb")]
    [InlineData("a\nb", "  * a\n\t1. B")]
    [InlineData("a\nb", "a")]
    [InlineData("a", "a\na")]
    public void Moved_indented_and_removed_lines_are_no_news(string before, string now) =>
        Assert.IsType<PadChange.None>(Change(before, now));

    [Theory]
    [InlineData("")]
    [InlineData("Welcome to Etherpad!\n\nThis pad text is synchronized")]
    [InlineData("something\nwholly\nnew")]
    public void Pad_that_lost_nearly_all_is_wiped(string now) =>
        Assert.IsType<PadChange.Wiped>(Change(string.Join('\n', Enumerable.Range(0, 20)), now));

    [Fact]
    public void Empty_pad_is_nothing() =>
        Assert.IsType<PadChange.None>(PadChange.Of(PadText.Read("Welcome to Etherpad!\nmore"), null, 0));

    [Fact]
    public void Lines_that_come_back_after_a_wipe_are_no_news()
    {
        var memory = PadMemory.Read(null);
        memory.Keep("pad", PadText.Read("a\nb"));
        memory.Keep("pad", PadText.Read(""));
        var again = PadMemory.Read(memory.Write(["pad"]));

        Assert.IsType<PadChange.None>(PadChange.Of(PadText.Read("a\nb"), again.LinesOf("pad"), again.LastCount("pad")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("{\"Form\":99}")]
    [InlineData("[]")]
    public void Memory_of_another_form_is_none(string? memory) => Assert.Null(PadMemory.Read(memory).LinesOf("pad"));

    [Theory]
    [InlineData("https://pad.example/p/keel-summit", "https://pad.example/p/keel-summit/export/txt")]
    [InlineData("https://pad.example/p/keel-summit/timeslider", "https://pad.example/p/keel-summit/export/txt")]
    [InlineData("https://pad.example/ether/p/%E6%B5%AE", "https://pad.example/ether/p/%E6%B5%AE/export/txt")]
    public void Address_of_a_pad_names_it(string address, string export) =>
        Assert.Equal(export, Assert.Single(PadPlace.Of(new Uri(address), [])).Export.AbsoluteUri);

    [Fact]
    public void Pads_of_one_server_are_named_below_its_address() => Assert.Equal(
        ["https://pad.example/p/a", "https://pad.example/p/%E6%B5%AE%E6%9C%A8"],
        PadPlace.Of(new Uri("https://pad.example"), ["a", "浮木"]).Select(pad => pad.Address.AbsoluteUri));

    private static PadChange Change(string before, string now)
    {
        var text = PadText.Read(before);
        return PadChange.Of(PadText.Read(now), text.Lines.Select(PadText.Hash).ToHashSet(), text.Lines.Count);
    }
}
