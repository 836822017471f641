using Digest.Gather.Gerrit;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Gather.Gerrit;

public sealed class GerritSearchTests
{
    private static readonly DateTimeOffset Since = new(2026, 11, 6, 18, 30, 0, 500, TimeSpan.FromHours(8));

    [Fact]
    public void Projects_and_branches_are_alternatives() => Assert.Equal(
        ["status:merged (project:driftwood/keel OR projects:driftwood/s) branch:master (topic:bp)"],
        Terms(
            "merged",
            ("projects", ["driftwood/keel", "driftwood/s*"]),
            ("branch", ["master"]),
            ("query", ["topic:bp"])));

    [Fact]
    public void Every_query_is_a_search_of_its_own() =>
        Assert.Equal(["status:open (a)", "status:open (b)"], Terms("open", ("query", ["a", "b"])));

    [Fact]
    public void Long_list_of_projects_is_asked_in_parts() => Assert.Equal(
        3, Terms("merged", ("projects", [.. Enumerable.Range(0, 45).Select(n => $"p{n}")])).Count());

    [Fact]
    public void Unusual_name_is_quoted() =>
        Assert.Equal(["status:merged project:\"漂流/锚\""], Terms("merged", ("projects", ["漂流/锚"])));

    [Theory]
    [InlineData(GerritWindow.MergedAfter, "x mergedafter:\"2026-11-06 10:30:00\"")]
    [InlineData(GerritWindow.UpdatedAfter, "x after:\"2026-11-06 10:30:00\"")]
    [InlineData(GerritWindow.None, "x")]
    internal void Time_is_asked_for_in_utc(GerritWindow window, string search) =>
        Assert.Equal(search, GerritSearch.InWindow("x", window, Since));

    [Fact]
    public void Address_escapes_the_search_and_asks_for_no_more_than_is_used() => Assert.Equal(
        "https://review.example/r/changes/?q=a%3Ab%20%22c%26d%22&n=50&S=100"
        + "&o=CURRENT_REVISION&o=CURRENT_COMMIT&o=DETAILED_ACCOUNTS&o=MESSAGES",
        GerritSearch.Address(new Uri("https://review.example/r/"), "a:b \"c&d\"", 100).AbsoluteUri);

    [Theory]
    [InlineData("2014-05-05 07:15:44.639000000", "2014-05-05T07:15:44.6390000+00:00")]
    [InlineData("2014-05-05 07:15:44.123456789", "2014-05-05T07:15:44.1234567+00:00")]
    [InlineData("2014-05-05 07:15:44", "2014-05-05T07:15:44.0000000+00:00")]
    [InlineData("yesterday", null)]
    [InlineData(null, null)]
    public void Times_without_a_zone_are_utc(string? text, string? time) => Assert.Equal(
        time, GerritTime.Parse(text)?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("projects", "a b")]
    [InlineData("projects", "-x")]
    [InlineData("branch", "a\"b")]
    [InlineData("query", "message:\"x")]
    [InlineData("query", "(a")]
    [InlineData("status", "closed")]
    [InlineData("bug_tracker", "https://bugs.example/")]
    public void Wrong_value_is_refused_with_a_right_one(string key, string value)
    {
        var fault = GerritSettings.Keys.Single(setting => setting.Name == key).Check(value);

        Assert.Contains($"'{value}'", fault);
        Assert.Matches("write for example|known are|its other half", fault!);
    }

    [Fact]
    public void Every_example_is_right() =>
        Assert.All(GerritSettings.Keys, setting => Assert.Null(setting.Check(setting.Example)));

    private static IEnumerable<string> Terms(string status, params (string, string[])[] settings) =>
        GerritSearch.Terms(
            GerritSettings.Of(Some.ReviewSource("gerrit", new Uri("https://review.example/"), settings)), status);
}
