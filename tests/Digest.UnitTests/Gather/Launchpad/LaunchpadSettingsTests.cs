using Digest.Gather;
using Digest.Gather.Launchpad;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Gather.Launchpad;

public sealed class LaunchpadSettingsTests
{
    [Theory]
    [InlineData("https://api.launchpad.net/devel/", "https://api.launchpad.net/devel/")]
    [InlineData("https://api.launchpad.net/devel", "https://api.launchpad.net/devel/")]
    [InlineData("https://api.launchpad.net/", "https://api.launchpad.net/devel/")]
    [InlineData("https://api.launchpad.net/1.0/", "https://api.launchpad.net/devel/")]
    [InlineData("https://launchpad.net", "https://api.launchpad.net/devel/")]
    [InlineData("https://Blueprints.Launchpad.net/", "https://api.launchpad.net/devel/")]
    [InlineData("http://harbour.example:8080/lp/beta", "http://harbour.example:8080/lp/devel/")]
    public void Service_is_found_from_its_address(string url, string root) =>
        Assert.Equal(root, LaunchpadSettings.Root(new Uri(url)).AbsoluteUri);

    [Theory]
    [InlineData("https://launchpad.net/keel")]
    [InlineData("https://api.launchpad.net/devel/keel")]
    public void Address_of_a_project_is_refused_with_the_right_one(string url)
    {
        var trouble = Assert.Throws<SourceTroubleException>(() => LaunchpadSettings.Root(new Uri(url)));

        Assert.Contains(LaunchpadSettings.Example, trouble.Message);
        Assert.Contains("project", trouble.Message);
    }

    [Fact]
    public void Names_are_lower_case_and_once() => Assert.Equal(
        ["keel", "sail"], LaunchpadSettings.Projects(Source(("project", ["Keel", "keel", "SAIL"]))));

    [Theory]
    [InlineData("keel")]
    [InlineData("Keel/2.0")]
    [InlineData("harbour/+source/lib-keel++")]
    public void Project_may_be(string name) => Assert.Null(LaunchpadSettings.Project.Check(name));

    [Theory]
    [InlineData("")]
    [InlineData("https://launchpad.net/keel")]
    [InlineData("../bugs")]
    [InlineData("keel?ws.op=x")]
    [InlineData("~haruka")]
    [InlineData("龙骨")]
    public void Project_may_not_be(string name) =>
        Assert.Contains("write for example keel", LaunchpadSettings.Project.Check(name));

    [Fact]
    public void Every_example_is_right() => Assert.All(
        [.. BugSettings.Keys, .. BlueprintSettings.Keys, .. MilestoneSettings.Keys],
        setting => Assert.Null(setting.Check(setting.Example)));

    [Theory]
    [InlineData("statuses", "Fixed")]
    [InlineData("importance", "Huge")]
    [InlineData("details", "-1")]
    [InlineData("details", "301")]
    [InlineData("changes", "yes")]
    [InlineData("duplicates", "1")]
    public void Wrong_value_is_refused(string key, string value) =>
        Assert.Contains($"'{value}'", BugSettings.Keys.Single(setting => setting.Name == key).Check(value));

    [Fact]
    public void All_states_are_asked_for_unless_some_are_named()
    {
        var all = BugSettings.Of(Source(("project", ["keel"]))).Search(DateTimeOffset.UnixEpoch);
        var one = BugSettings.Of(Source(("statuses", ["fix released"]))).Search(DateTimeOffset.UnixEpoch);

        Assert.Equal(13, all.Split("&status=").Length - 1);
        Assert.Contains("&status=Won%27t%20Fix&", all);
        Assert.EndsWith("&modified_since=1970-01-01T00%3A00%3A00Z&status=Fix%20Released", one);
    }

    private static SourceDefinition Source(params (string, string[])[] settings) =>
        Some.ReviewSource("launchpad-bugs", new Uri("https://api.launchpad.net/devel/"), settings);
}
