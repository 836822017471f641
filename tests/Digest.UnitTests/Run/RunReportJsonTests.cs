using System.Text.Json.Nodes;
using Digest.Compose;
using Digest.Run;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Run;

public sealed class RunReportJsonTests
{
    [Fact]
    public void Every_field_has_its_name_for_ever()
    {
        var json = RunReportJson.ToNode(Some.RunReport());

        Assert.Equal(
            [
                "newsletter", "now", "state", "error", "gather", "draft", "issue", "sections", "audience", "publish",
                "delivery", "lint", "earlier",
            ],
            json.Select(field => field.Key));
    }

    [Fact]
    public void Text_is_readable_and_reads_back()
    {
        var text = RunReportJson.Write(Some.RunReport());

        Assert.Contains("业界动态", text);
        Assert.Equal("weekly/1", (string?)JsonNode.Parse(text)!["issue"]!["issue"]);
    }

    [Fact]
    public void Letters_carry_their_sum()
    {
        var letters = RunReportJson.ToNode(Some.RunReport())["delivery"]!["letters"]!;

        Assert.Equal(8, (int?)letters["audience"]);
        Assert.Equal(6, (int?)letters["accepted"]);
    }

    [Fact]
    public void Nothing_new_names_the_last_issue()
    {
        var report = Some.RunReport() with { Compose = new ComposeOutcome.NothingNew(Some.Issue(number: 3)) };

        var draft = RunReportJson.ToNode(report)["draft"]!;

        Assert.Equal("nothing-new", (string?)draft["outcome"]);
        Assert.Equal("weekly/3", (string?)draft["last"]);
    }
}
