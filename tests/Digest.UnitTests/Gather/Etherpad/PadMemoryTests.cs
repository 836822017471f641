using Digest.Gather.Etherpad;
using Xunit;

namespace Digest.UnitTests.Gather.Etherpad;

public sealed class PadMemoryTests
{
    [Theory]
    [InlineData("{\"Form\":1,\"Pads\":{\"keel\":null}}")]
    [InlineData("{\"Form\":1,\"Pads\":{\"keel\":{\"Lines\":null,\"Last\":3}}}")]
    [InlineData("{\"Form\":1,\"Pads\":{\"keel\":{}}}")]
    [InlineData("{\"Form\":2,\"Pads\":{\"keel\":{\"Lines\":[],\"Last\":3}}}")]
    [InlineData("[")]
    public void Unknown_memory_is_an_empty_one(string text) => Assert.Null(PadMemory.Read(text).LinesOf("keel"));
}
