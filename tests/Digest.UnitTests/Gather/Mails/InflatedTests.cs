using System.Text;
using Digest.Gather.Mails;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Gather.Mails;

public sealed class InflatedTests
{
    private const int Limit = 1000;

    [Fact]
    public void What_is_packed_is_unpacked() => Assert.Equal("浮木", Text(Inflated.Of(Some.Gzip("浮木"), Limit)));

    [Fact]
    public void What_is_plain_stays() => Assert.Equal("浮木", Text(Inflated.Of(Encoding.UTF8.GetBytes("浮木"), Limit)));

    [Fact]
    public void Several_members_are_one_text()
    {
        var inflated = Inflated.Of((byte[])[.. Some.Gzip("one and "), .. Some.Gzip("two")], Limit);

        Assert.Equal(("one and two", false), (Text(inflated), inflated.IsCut));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(60)]
    public void Cut_end_is_seen(int missing)
    {
        var words = string.Join(' ', Enumerable.Range(0, 200));
        var inflated = Inflated.Of(Some.Gzip(words).AsMemory()[..^missing], Limit);

        Assert.True(inflated.IsCut);
        Assert.StartsWith(Text(inflated), words);
    }

    [Fact]
    public void Bomb_is_put_out() => Assert.Null(Inflated.Of(Some.Gzip(new byte[50_000_000]), Limit).Octets);

    [Fact]
    public void Rubbish_behind_the_magic_is_cut()
    {
        var inflated = Inflated.Of(new byte[] { 0x1F, 0x8B, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 }, Limit);

        Assert.True(inflated.IsCut);
    }

    private static string Text(Inflated inflated) => Encoding.UTF8.GetString(inflated.Octets!.Value.Span);
}
