using Digest.Model;
using Digest.Publish;
using Xunit;

namespace Digest.UnitTests.Publish;

public sealed class WebTextTests
{
    [Fact]
    public void Foot_of_the_letter_is_left_out() =>
        Assert.Equal("Title\n\nItem\n", WebText.From($"Title\n\nItem\n\n-- \nWhy\n{LetterSlots.Unsubscribe}\n"));

    [Fact]
    public void Only_the_last_signature_line_is_the_foot() =>
        Assert.Equal("Quoted\n-- \nmail\n", WebText.From("Quoted\n-- \nmail\n\n-- \nWhy\n"));

    [Fact]
    public void Slot_elsewhere_in_a_template_of_ones_own_goes_with_its_line() =>
        Assert.Equal("Top\nItem\n", WebText.From($"Top\nLeave: {LetterSlots.Unsubscribe}\nItem\n"));
}
