using Digest.Gather.Forges;
using Xunit;

namespace Digest.UnitTests.Gather.Forges;

public sealed class ClosingWordsTests
{
    [Theory]
    [InlineData("Fixes #12", "driftwood/keel#12")]
    [InlineData("fixed: #12, #13 and #14.", "driftwood/keel#12 driftwood/keel#13 driftwood/keel#14")]
    [InlineData("Closes driftwood/sail#3", "driftwood/sail#3")]
    [InlineData("resolves https://git.example/driftwood/sail/issues/3", "driftwood/sail#3")]
    [InlineData("Closes https://git.example/driftwood/deep/sail/-/issues/3", "driftwood/deep/sail#3")]
    [InlineData("Closes https://other.example/a/b/issues/3", "")]
    [InlineData("修复了帆。Closes #7、#8", "driftwood/keel#7 driftwood/keel#8")]
    [InlineData("see #12, prefixes #13, fix 14", "")]
    [InlineData("Closes #1 and closes #1", "driftwood/keel#1")]
    [InlineData(null, "")]
    public void Tickets_are_found_where_they_are_said_to_be_closed(string? text, string tickets) => Assert.Equal(
        tickets,
        string.Join(' ', ClosingWords.Find(text, "git.example", "driftwood/keel")
            .Select(ticket => $"{ticket.Repository}#{ticket.Number}")));

    [Fact]
    public void Hostile_text_ends_soon() =>
        Assert.Empty(ClosingWords.Find(string.Concat(Enumerable.Repeat("fixes a/", 50_000)), "h", "a/b"));
}
