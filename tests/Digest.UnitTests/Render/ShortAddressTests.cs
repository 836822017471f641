using Digest.Render;
using Xunit;

namespace Digest.UnitTests.Render;

public sealed class ShortAddressTests
{
    [Theory]
    [InlineData("https://www.example.org/", "example.org")]
    [InlineData("http://example.org/a/b?c=d#e", "example.org/a/b?c=d#e")]
    [InlineData("https://example.org/%E6%96%87%E6%A1%A3", "example.org/文档")]
    [InlineData("mailto:a@b.example?subject=x", "a@b.example")]
    [InlineData("no address", "no address")]
    public void Address_shows_its_host_and_the_beginning_of_its_path(string address, string shown) =>
        Assert.Equal(shown, ShortAddress.Of(address));

    [Fact]
    public void Long_path_is_cut() => Assert.Equal(
        $"example.org/{new string('x', 31)}…", ShortAddress.Of($"https://example.org/{new string('x', 60)}"));

    [Fact]
    public void Host_that_only_looks_like_another_shows_its_real_letters() =>
        Assert.StartsWith("xn--", ShortAddress.Of("https://аpple.example/"), StringComparison.Ordinal);

    [Fact]
    public void Password_before_the_host_cannot_pose_as_a_host() =>
        Assert.Equal("evil.example", ShortAddress.Of("https://bank.example@evil.example/"));
}
