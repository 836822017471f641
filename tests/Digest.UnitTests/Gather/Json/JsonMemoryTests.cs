using Digest.Gather.Discourse;
using Digest.Gather.Etherpad;
using Digest.Gather.Forges;
using Digest.Gather.Mails;
using Digest.Gather.MediaWiki;
using Digest.Gather.WebPage;
using Xunit;

namespace Digest.UnitTests.Gather.Json;

/// <summary>A memory of another version, or a damaged one, is as good as none; it must not fail the source.</summary>
public sealed class JsonMemoryTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"Version":2,"Form":2,"Told":[1],"Seen":["a"],"Lists":{"a":{}},"Files":{},"Pads":{"keel":null}}""")]
    [InlineData("""{"Version":1,"Form":1,"Told":null,"Seen":null,"Lists":null,"Entries":null,"Pads":null}""")]
    public void What_is_not_understood_is_no_memory(string? text)
    {
        Assert.Empty(DiscourseMemory.Read(text).Told);
        Assert.Empty(WikiMemory.Read(text).Told);
        Assert.Empty(ForgeMemory.Read(text).Lists);
        Assert.True(ListMemory.Read(text).IsNew);
        Assert.Null(PadMemory.Read(text).LinesOf("keel"));
        Assert.Null(PageMemory.Read(text, "li"));
    }
}
