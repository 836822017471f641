using Digest.Gather.Gerrit;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Gather.Gerrit;

public sealed class CommitMessageTests
{
    [Fact]
    public void Message_is_subject_text_and_footers()
    {
        var message = CommitMessage.Parse("""
            Trim the ballast

            The keel was too heavy.
            Note: sails are next.

            Closes-Bug: #1234
            Change-Id: I0123456789012345678901234567890123456789
            """);

        Assert.Equal("Trim the ballast", message.Subject);
        Assert.Equal("The keel was too heavy.\nNote: sails are next.", message.Body);
        Assert.Equal(["Closes-Bug", "Change-Id"], message.Footers.Select(footer => footer.Name));
        Assert.Equal("#1234", message.Footers[0].Value);
    }

    [Fact]
    public void Footers_parted_by_blank_lines_are_all_found()
    {
        var message = CommitMessage.Parse("Subject\n\nText.\n\nblueprint no-keel\n\nFixes bug 12\nChange-Id: Iabc\n");

        Assert.Equal("Text.", message.Body);
        Assert.Equal(["blueprint", "Fixes bug", "Change-Id"], message.Footers.Select(footer => footer.Name));
        Assert.Equal(["no-keel", "12", "Iabc"], message.Footers.Select(footer => footer.Value));
    }

    [Theory]
    [InlineData("Subject\n\nNote: this is slow", "Note: this is slow")]
    [InlineData("Subject\n\nSee:\nhttps://keel.example/a", "See:\nhttps://keel.example/a")]
    [InlineData("Subject\n\n修复：船体", "修复：船体")]
    public void Sentence_with_a_colon_is_no_footer(string text, string body) =>
        Assert.Equal(body, CommitMessage.Parse(text).Body);

    [Fact]
    public void Folded_footer_is_one_and_a_cherry_pick_note_goes_with_them()
    {
        var message = CommitMessage.Parse(
            "Subject\n\nDepends-On: Iaaa\n  Ibbb\n(cherry picked from commit 0123abc)\nChange-Id: Ic\n");

        Assert.Equal(["Iaaa Ibbb", "Ic"], message.Footers.Select(footer => footer.Value));
        Assert.Equal("", message.Body);
    }

    [Fact]
    public void Subject_on_several_lines_is_one_line() =>
        Assert.Equal("One two", CommitMessage.Parse("\n\nOne\ntwo\n\nText").Subject);

    // Nothing that a person wrote is lost, whatever the message is like.
    [Fact]
    public void Every_word_of_any_message_is_somewhere() => Prop
        .ForAll<string[]>(lines => HasAllWords(string.Join('\n', lines.Select(line => line ?? ""))))
        .QuickCheckThrowOnFailure();

    private static bool HasAllWords(string text)
    {
        var message = CommitMessage.Parse(text);
        var footers = message.Footers.Select(footer => $"{footer.Name}:{footer.Value}");
        var kept = Letters($"{message.Subject}{message.Body}{string.Concat(footers)}");
        return Letters(text).All(letter => kept.Contains(letter));
    }

    private static HashSet<char> Letters(string text) => [.. text.Where(char.IsLetterOrDigit)];
}
