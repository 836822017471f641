using System.Text;
using Digest.Gather.Listings;
using Digest.Gather.Web;
using Xunit;

namespace Digest.UnitTests.Gather.Listings;

public sealed class ListingTests
{
    [Fact]
    public void Files_and_folders_of_a_directory_are_listed()
    {
        var listing = Read("""
            <a href="?C=N;O=D">Name</a> <a href="/archive/">Parent Directory</a>
            <a href="keel/">keel/</a> <a href="%E6%B5%AE%E6%9C%A8.txt">浮木.txt</a> <a href='/archive/list/a.html'>a</a>
            """);

        Assert.Equal(["keel"], listing.Folders);
        Assert.Equal(["浮木.txt", "a.html"], listing.Files);
        Assert.Equal("https://host.example/archive/list/%E6%B5%AE%E6%9C%A8.txt", listing.Address("浮木.txt").AbsoluteUri);
    }

    [Theory]
    [InlineData("../secret.txt")]
    [InlineData("..%2Fsecret.txt")]
    [InlineData("a%5Csecret.txt")]
    [InlineData("a/b.txt")]
    [InlineData("//evil.example/a.txt")]
    [InlineData("https://evil.example/archive/list/a.txt")]
    [InlineData("https://host.example:81/archive/list/a.txt")]
    [InlineData("file:///archive/list/a.txt")]
    [InlineData("mailto:ann@anchor.example")]
    [InlineData("a.txt?x=1")]
    [InlineData("%00.txt")]
    [InlineData("")]
    [InlineData(".")]
    public void What_leads_elsewhere_is_not_listed(string link) =>
        Assert.Empty(Read($"<a href=\"{link}\">x</a>").Names);

    private static Listing Read(string html) => Listing.Read(
        new WebAnswer.Found(Encoding.UTF8.GetBytes(html), new Uri("https://host.example/archive/list/")));
}
