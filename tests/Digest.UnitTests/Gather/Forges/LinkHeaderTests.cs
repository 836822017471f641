using Digest.Gather.Forges;
using Xunit;

namespace Digest.UnitTests.Gather.Forges;

public sealed class LinkHeaderTests
{
    private static readonly Uri Page = new("https://api.git.example/repos/a/b?page=1");

    [Theory]
    [InlineData("<https://api.git.example/x?page=2>; rel=\"next\"", "https://api.git.example/x?page=2")]
    [InlineData("<https://api.git.example/x?a=1,2>; rel=next", "https://api.git.example/x?a=1,2")]
    [InlineData("</x?page=2>; title=\"a, b\"; rel=\"last next\"", "https://api.git.example/x?page=2")]
    [InlineData("</1>; rel=\"prev\", </3>; rel=\"next\", </9>; rel=\"last\"", "https://api.git.example/3")]
    [InlineData("</1>; rel=\"last\"", null)]
    [InlineData("<>; rel=\"next\"", null)]
    [InlineData("next", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Next_page_is_the_link_that_says_so(string? header, string? next) =>
        Assert.Equal(next, LinkHeader.Next(header, Page)?.AbsoluteUri);

    [Fact]
    public void Endless_header_is_passed_over() =>
        Assert.Null(LinkHeader.Next(string.Concat(Enumerable.Repeat("</x>; ", 100_000)), Page));
}
