using Digest.Gather.Gerrit;
using Digest.Model;
using Xunit;

namespace Digest.UnitTests.Gather.Gerrit;

public sealed class CommitMentionsTests
{
    private const string Tracker = "bugs.launchpad.net";

    [Theory]
    [InlineData("Closes-Bug: #1234")]
    [InlineData("Closes-bug: 1234")]
    [InlineData("Partial-Bug: #1234.")]
    [InlineData("Related-Bug: LP:1234")]
    [InlineData("Fixes: bug 1234")]
    [InlineData("Fixes bug 1234")]
    [InlineData("Bug: 1234")]
    [InlineData("BUG=1234")]
    [InlineData("bug 1234")]
    [InlineData("Fix-Bug: https://bugs.launchpad.net/keel/+bug/1234")]
    [InlineData("Closes-Bug: https://launchpad.net/bugs/1234")]
    public void Bug_is_named_in_many_ways(string footer) =>
        Assert.Equal([ObjectKey.Bug(Tracker, 1234)], MentionsOf(footer));

    [Theory]
    [InlineData("Implements: blueprint ballast")]
    [InlineData("Implements: bp/ballast")]
    [InlineData("Implements: blueprint keel/ballast")]
    [InlineData("Blueprint: ballast")]
    [InlineData("blueprint ballast")]
    [InlineData("bp:ballast")]
    [InlineData("Implements blueprint: ballast")]
    [InlineData("Partially-Implements: blueprint Ballast.")]
    [InlineData("Partially implements: blueprint ballast")]
    [InlineData("Implements: https://blueprints.launchpad.net/keel/+spec/ballast")]
    [InlineData("Related-Blueprint: ballast")]
    public void Blueprint_is_named_in_many_ways(string footer) =>
        Assert.Equal([ObjectKey.Blueprint("keel", "ballast")], MentionsOf(footer));

    [Theory]
    [InlineData("Depends-On: I0123456789012345678901234567890123456789")]
    public void Change_is_named_by_its_id(string footer) =>
        Assert.Equal([ObjectKey.ChangeId("I0123456789012345678901234567890123456789")], MentionsOf(footer));

    [Theory]
    [InlineData("Depends-On: https://review.example/c/driftwood/sail/+/77")]
    [InlineData("Depends-On: https://review.example/77")]
    [InlineData("Needed-By: https://review.example/#/c/77/")]
    [InlineData("Depends-On: 77")]
    public void Change_is_named_by_its_address(string footer) =>
        Assert.Equal([ObjectKey.Change("review.example", 77)], MentionsOf(footer));

    [Theory]
    [InlineData("Closes-Bug: none")]
    [InlineData("Closes-Bug: 1.2.3")]
    [InlineData("Closes: #12")]
    [InlineData("Reviewed-by: 1234")]
    [InlineData("Closes-Bug: 99999999999999999999999")]
    [InlineData("Implements: much")]
    public void What_names_nothing_is_left_out(string footer) => Assert.Empty(MentionsOf(footer));

    [Fact]
    public void Bug_of_another_tracker_is_that_trackers() => Assert.Equal(
        [ObjectKey.Bug("bugzilla.example", 99)],
        MentionsOf("Closes-Bug: https://bugzilla.example/show_bug.cgi?id=99"));

    [Fact]
    public void Several_bugs_of_one_line_are_all_named() => Assert.Equal(
        [ObjectKey.Bug(Tracker, 1), ObjectKey.Bug(Tracker, 2)], MentionsOf("Closes-Bug: #1, #2\nRelated-Bug: #2"));

    [Theory]
    [InlineData("bp/ballast", "blueprint:keel/ballast")]
    [InlineData("bug/12", "bug:bugs.launchpad.net/12")]
    public void Topic_names_what_the_change_is_for(string topic, string key) =>
        Assert.Equal([key], new CommitMentions("review.example", Tracker).Of(CommitMessage.Parse("S"), topic, "keel"));

    private static IReadOnlyList<string> MentionsOf(string footer) =>
        new CommitMentions("review.example", Tracker)
            .Of(CommitMessage.Parse($"Subject\n\nText.\n\n{footer}\nChange-Id: Iabc"), null, "keel");
}
