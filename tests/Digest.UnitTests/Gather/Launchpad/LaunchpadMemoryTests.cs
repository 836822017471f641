using Digest.Gather.Launchpad;
using Xunit;

namespace Digest.UnitTests.Gather.Launchpad;

public sealed class LaunchpadMemoryTests
{
    [Fact]
    public void What_was_kept_is_read_again()
    {
        var memory = LaunchpadMemory.Empty("bugs/1");
        memory.Keep("keel", [KeyValuePair.Create("keel/1", (string[])["修复", ""])]);
        memory.Keep("sail", []);

        var again = LaunchpadMemory.Read(memory.Write(), "bugs/1");

        Assert.Equal(["修复", ""], again.Of("keel")!["keel/1"]);
        Assert.Empty(again.Of("sail")!);
        Assert.Null(again.Of("anchor"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[1,2]")]
    [InlineData("""{"form":"bugs/2","targets":{"keel":{"a":["x"]}}}""")]
    [InlineData("""{"form":"bugs/1","targets":{"keel":7}}""")]
    [InlineData("""{"form":"bugs/1"}""")]
    public void What_cannot_be_read_was_not_remembered(string? text) =>
        Assert.Null(LaunchpadMemory.Read(text, "bugs/1").Of("keel"));

    [Fact]
    public void More_than_may_be_remembered_says_what_to_do()
    {
        var memory = LaunchpadMemory.Empty("bugs/1");
        memory.Keep("keel", [KeyValuePair.Create("keel/1", (string[])[new string('x', 5 * 1024 * 1024)])]);

        var trouble = Assert.Throws<Digest.Gather.SourceTroubleException>(memory.Write);
        Assert.Contains("make two sources", trouble.Message);
    }
}
