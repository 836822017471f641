using Digest.Newsletters;
using Xunit;

namespace Digest.UnitTests.Newsletters;

public class NearWordTests
{
    private static readonly string[] Known = ["title", "language", "sources", "sections", "postal_address"];

    [Theory]
    [InlineData("titel", "title")]
    [InlineData("Sources", "sources")]
    [InlineData("source", "sources")]
    [InlineData("postal-address", "postal_address")]
    [InlineData("lnguage", "language")]
    public void Slip_of_the_finger_is_understood(string word, string meant) =>
        Assert.Equal(meant, NearWord.Find(word, Known));

    [Theory]
    [InlineData("colour")]
    [InlineData("")]
    [InlineData("a")]
    public void Another_word_is_not_guessed_at(string word) => Assert.Null(NearWord.Find(word, Known));

    [Fact]
    public void Endless_word_costs_nothing() => Assert.Null(NearWord.Find(new string('x', 1_000_000), Known));
}
