using Digest.Gather.HyperKitty;
using Xunit;

namespace Digest.UnitTests.Gather.HyperKitty;

public sealed class MessageHashTests
{
    // The first is the example of Mailman's own documentation of stable addresses.
    [Theory]
    [InlineData("87myycy5eh.fsf@uwakimon.sk.tsukuba.ac.jp", "JJIGKPKB6CVDX6B2CUG4IHAJRIQIOUTP")]
    [InlineData("", "3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ")]
    public void Identity_is_hashed_as_the_archive_does(string id, string hash) =>
        Assert.Equal(hash, MessageHash.Of(id));

    [Theory]
    [InlineData("https://lists.example/archives/list/keel@lists.example/")]
    [InlineData("https://lists.example/archives/list/keel@lists.example")]
    [InlineData("https://lists.example/archives/list/keel@lists.example/latest?page=2")]
    [InlineData("https://lists.example/archives/list/keel%40lists.example/thread/ABC/")]
    public void Any_page_of_a_list_names_it(string address)
    {
        var list = ListAddress.Of(new Uri(address))!;

        Assert.Equal("https://lists.example/archives/list/keel@lists.example/", list.Page.AbsoluteUri);
        Assert.Equal("keel", list.Name);
    }

    [Fact]
    public void Page_without_a_list_names_none() =>
        Assert.Null(ListAddress.Of(new Uri("https://lists.example/archives/")));

    [Fact]
    public void Export_names_its_days() => Assert.Equal(
        "https://lists.example/list/keel@lists.example/export/keel.mbox.gz?start=2026-11-01&end=2026-11-14",
        ListAddress.Of(new Uri("https://lists.example/list/keel@lists.example"))!
            .Export(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 14)).AbsoluteUri);
}
