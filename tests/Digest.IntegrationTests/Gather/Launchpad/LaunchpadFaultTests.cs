using System.Text.Json.Nodes;
using Digest.Gather;
using Digest.Testing;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Digest.IntegrationTests.Gather.Launchpad;

/// <summary>What can go wrong is the same for the three kinds of Launchpad sources.</summary>
public sealed class LaunchpadFaultTests : LaunchpadHost
{
    public static TheoryData<string, string> Kinds { get; } = new()
    {
        { "launchpad-bugs", "keel" },
        { "launchpad-blueprints", "keel/valid_specifications" },
        { "launchpad-milestones", "keel/all_milestones" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Project_that_is_not_there_names_the_key_to_correct(string type, string path)
    {
        Server.Status($"/devel/{path}", 404);

        Assert.Equal(
            "project: there is no 'keel' on Launchpad; correct it in newsletter.yml", await ReasonAsync(type));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Empty_list_is_no_news(string type, string path)
    {
        Answer(path, new JsonObject { ["total_size"] = 0, ["start"] = 0, ["entries"] = new JsonArray() });
        Answer("keel/releases", new JsonObject { ["entries"] = new JsonArray() });

        Assert.Empty(Assert.IsType<FetchOutcome.Fetched>(await ReadAsync(type)).Items);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Page_of_another_host_is_not_asked_for(string type, string path)
    {
        await using var other = await FakeFeedServer.StartAsync();
        Answer(path, Page(other.Address("/devel/" + path).AbsoluteUri));

        Assert.Contains("outside the service", await ReasonAsync(type));

        Assert.Empty(other.Requests);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Pages_in_a_circle_are_given_up(string type, string path)
    {
        Answer(path, Page(Launchpad.Link(path + "?memo=1")));

        Assert.Contains("lead back", await ReasonAsync(type));
    }

    [Theory]
    [InlineData(429, "the server asks to wait until")]
    [InlineData(503, "the server asks to wait until")]
    [InlineData(500, "the server has a fault; try later")]
    [InlineData(400, "check project and the other keys")]
    [InlineData(401, "it is private; correct project")]
    public async Task Refusal_says_what_to_do(int status, string reason)
    {
        Server.Status("/devel/keel", status, status is 429 or 503 ? "60" : null);

        Assert.Contains(reason, await ReasonAsync("launchpad-bugs"));
    }

    [Theory]
    [InlineData("<html>Timeout error</html>", "no JSON")]
    [InlineData("[]", "no list of Launchpad")]
    [InlineData("{\"entries\":null}", "no list of Launchpad")]
    public async Task Answer_of_something_else_fails_clearly(string body, string reason)
    {
        Server.On("/devel/keel", context => context.Response.WriteAsync(body));

        Assert.Contains(reason, await ReasonAsync("launchpad-bugs"));
    }

    [Fact]
    public async Task Project_that_fails_fails_its_source_whole()
    {
        Launchpad.Bugs("keel", Some.LaunchpadTask(Launchpad, 1));

        var outcome = await Host.ReadAsync(
            Some.ReviewSource("launchpad-bugs", Launchpad.Url, ("project", ["keel", "kee1"])));

        Assert.Contains("'kee1'", Assert.IsType<FetchOutcome.Failed>(outcome).Reason);
    }

    private void Answer(string path, JsonObject answer) =>
        Server.On("/devel/" + path, context => context.Response.WriteAsync(answer.ToJsonString()));

    private static JsonObject Page(string next) => new()
    {
        ["entries"] = new JsonArray(),
        ["next_collection_link"] = next,
    };

    private async Task<string> ReasonAsync(string type) =>
        Assert.IsType<FetchOutcome.Failed>(await ReadAsync(type)).Reason;

    private Task<FetchOutcome> ReadAsync(string type) =>
        Host.ReadAsync(Some.ReviewSource(type, Launchpad.Url, ("project", ["keel"])));
}
