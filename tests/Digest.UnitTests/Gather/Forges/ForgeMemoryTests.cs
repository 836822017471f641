using Digest.Gather.Forges;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Gather.Forges;

public sealed class ForgeMemoryTests
{
    [Fact]
    public void Memory_is_read_as_it_was_written()
    {
        var cursor = new ForgeCursor { ETag = "W/\"1\"", Since = Some.RunMoment, Waiting = [7, 8] };
        var memory = new ForgeMemory { Lists = new Dictionary<string, ForgeCursor> { ["a"] = cursor } };

        Assert.Equivalent(cursor, ForgeMemory.Read(memory.Write()).CursorOf("a"), strict: true);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{\"Version\":99,\"Lists\":{\"a\":{\"ETag\":\"x\"}}}")]
    [InlineData("{\"Version\":1,\"Lists\":null}")]
    [InlineData("{\"Version\":1,\"Lists\":{\"a\":null}}")]
    [InlineData("{\"Version\":1,\"Lists\":{\"a\":{\"ETag\":\"x\",\"Waiting\":null}}}")]
    [InlineData("[1]")]
    public void Unknown_memory_is_an_empty_one(string? text) => Assert.Null(ForgeMemory.Read(text).CursorOf("a").ETag);
}
