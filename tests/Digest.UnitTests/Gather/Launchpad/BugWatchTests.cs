using Digest.Gather.Launchpad;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Gather.Launchpad;

public sealed class BugWatchTests
{
    private static readonly DateTimeOffset Since = new(2026, 10, 30, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void New_bug_is_told_without_a_change() => Assert.Equal("new:", Told(Task() with { Created = Since }));

    [Fact]
    public void Old_bug_with_a_comment_is_no_news() => Assert.Null(Told(Task()));

    [Fact]
    public void Old_bug_that_came_into_its_state_lately_is_told() =>
        Assert.Equal("Fix Released:Fix Released", Told(Task("Fix Released") with { Moved = Since.AddDays(1) }));

    [Fact]
    public void Change_says_what_was_before() => Assert.Equal(
        "Fix Released:Fix Committed → Fix Released", Told(Task("Fix Released"), ["Fix Committed", "High"]));

    [Fact]
    public void Bug_that_is_as_it_was_is_no_news() => Assert.Null(Told(Task("New"), ["New", "High"]));

    [Theory]
    [InlineData("Critical", true)]
    [InlineData("High", true)]
    [InlineData("Medium", false)]
    [InlineData("Undecided", false)]
    [InlineData("Gewaltig", false)]
    public void Light_bug_is_not_told(string importance, bool isTold)
    {
        var task = Task() with { Created = Since, Importance = importance };

        Assert.Equal(isTold, Told(task, floor: "High") is not null);
    }

    [Fact]
    public void Bug_that_grew_heavy_is_told() => Assert.Equal(
        "High:importance Undecided → High", Told(Task(), ["New", "Undecided"], floor: "High"));

    [Fact]
    public void Who_wants_new_bugs_alone_hears_of_no_change() =>
        Assert.Null(Told(Task("Fix Released"), ["New", "High"], changes: false));

    [Theory]
    [InlineData("keel", "keel", true)]
    [InlineData("Keel", "keel", true)]
    [InlineData("keel/2.0", "keel", true)]
    [InlineData("keel (Harbour)", "harbour", true)]
    [InlineData("sail", "keel", false)]
    [InlineData("keelson", "keel", false)]
    public void Tasks_of_other_targets_are_told_apart(string target, string asked, bool isIn) =>
        Assert.Equal(isIn, (Task() with { Target = target }).IsIn(asked));

    private static string? Told(BugTask task, string[]? before = null, string? floor = null, bool changes = true)
    {
        var settings = BugSettings.Of(Some.ReviewSource(
            "launchpad-bugs",
            new Uri("https://api.launchpad.net/devel/"),
            ("importance", floor is null ? [] : [floor]),
            ("changes", [changes ? "true" : "false"])));
        var memory = before is null ? null : new Dictionary<string, string[]> { [BugWatch.Key(task)] = before };
        return new BugWatch(settings, memory, Since).Of(task) is { } news ? $"{news.State}:{news.Change}" : null;
    }

    private static BugTask Task(string status = "New") => new()
    {
        Number = 12,
        Target = "keel",
        Title = "Anchor drags",
        Status = status,
        Importance = "High",
        Created = Since.AddYears(-1),
    };
}
