using System.Text.Json.Nodes;
using Digest.Gather;
using Digest.Model;
using Digest.Testing;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Digest.IntegrationTests.Gather.Launchpad;

public sealed class LaunchpadBugTests : LaunchpadHost
{
    [Fact]
    public async Task Bug_becomes_an_item_with_what_its_own_page_says()
    {
        var task = Some.LaunchpadTask(Launchpad, 12);
        (task["importance"], task["milestone_link"]) = ("High", Launchpad.Link("keel/+milestone/2.0"));
        Launchpad.Bugs("keel", task);
        Launchpad.Thing("bugs/12", Bug("錨が<b>滑る</b>。", "regression", "锚"));

        var item = Assert.Single(await Runs().NextAsync());

        Assert.Equal("keel/12@new", item.ExternalId);
        Assert.Equal("Anchor 12 drags", item.Title);
        Assert.Equal("https://bugs.launchpad.net/keel/+bug/12", item.Url);
        Assert.Equal("錨が\\<b>滑る\\</b>。", item.Body);
        Assert.Equal(["keel", "regression", "锚"], item.Tags);
        Assert.Equal([ObjectKey.Bug("bugs.launchpad.net", 12)], item.Objects);
        Assert.Equal(
            new ItemSignals { Replies = 4, Milestone = "2.0", Importance = "High" }, item.Signals);
        Assert.Equal("haruka", item.Author);
        Assert.Null(item.Language);
    }

    [Fact]
    public async Task Same_bugs_again_are_no_news_and_a_change_of_state_is_one_item()
    {
        var bugs = Launchpad.Bugs("keel", Some.LaunchpadTask(Launchpad, 12), Some.LaunchpadTask(Launchpad, 13));
        var runs = Runs();
        await runs.NextAsync();
        foreach (var bug in bugs)
            bug["date_last_updated"] = "2026-11-13T12:00:00+00:00";
        Assert.Empty(await runs.NextAsync());

        bugs[0]["status"] = "Fix Released";

        var item = Assert.Single(await runs.NextAsync());
        Assert.Equal("New → Fix Released", item.Signals.Change);
        Assert.Empty(await runs.NextAsync());
    }

    [Fact]
    public async Task State_that_comes_back_is_told_again()
    {
        var bugs = Launchpad.Bugs("keel", Some.LaunchpadTask(Launchpad, 12, "Confirmed"));
        bugs[0]["date_last_updated"] = "2026-11-20T00:00:00+00:00";
        var runs = Runs();
        await runs.NextAsync();
        var told = new List<string?>();
        foreach (var status in (string[])["In Progress", "Confirmed", "In Progress"])
        {
            bugs[0]["status"] = status;
            told.Add(Assert.Single(await runs.NextAsync()).Signals.Change);
        }

        Assert.Equal(["Confirmed → In Progress", "In Progress → Confirmed", "Confirmed → In Progress"], told);
    }

    [Fact]
    public async Task Pages_are_followed_to_the_end_with_the_search()
    {
        Launchpad.PageSize = 2;
        Launchpad.Bugs("keel", [.. Enumerable.Range(1, 5).Select(n => Some.LaunchpadTask(Launchpad, n))]);

        Assert.Equal(5, (await Runs(("details", ["0"])).NextAsync()).Count);

        Assert.Equal(3, Launchpad.Asked.Count);
        Assert.All(Launchpad.Asked, asked => Assert.Contains("ws.op=searchTasks", asked));
    }

    [Fact]
    public async Task Tasks_of_other_projects_are_left_out()
    {
        Launchpad.Bugs("keel", Some.LaunchpadTask(Launchpad, 1), Some.LaunchpadTask(Launchpad, 2, target: "sail"));

        Assert.Equal("keel/1@new", Assert.Single(await Runs().NextAsync()).ExternalId);
    }

    [Fact]
    public async Task Tasks_of_a_group_are_those_of_its_projects()
    {
        Launchpad.Groups.Add("driftwood");
        Launchpad.Bugs(
            "driftwood", Some.LaunchpadTask(Launchpad, 1), Some.LaunchpadTask(Launchpad, 2, target: "sail"));

        var items = await Runs(("project", ["driftwood"])).NextAsync();

        Assert.Equal(["keel/1@new", "sail/2@new"], items.Select(item => item.ExternalId));
    }

    [Fact]
    public async Task Only_so_many_bugs_are_asked_for_one_by_one()
    {
        Launchpad.Bugs("keel", [.. Enumerable.Range(1, 4).Select(n => Some.LaunchpadTask(Launchpad, n))]);
        foreach (var number in Enumerable.Range(1, 4))
            Launchpad.Thing($"bugs/{number}", Bug("Text"));

        var fetched = await FetchAsync(("details", ["2"]));

        Assert.Equal(["Text", "Text", "", ""], fetched.Items.Select(item => item.Body));
        Assert.Equal(2, Launchpad.Asked.Count(asked => asked.StartsWith("/devel/bugs/", StringComparison.Ordinal)));
        Assert.Contains("2 bugs are told without their description", Assert.Single(fetched.Warnings));
    }

    [Fact]
    public async Task Bug_that_is_not_to_be_had_is_told_without_its_text()
    {
        Launchpad.Bugs("keel", Some.LaunchpadTask(Launchpad, 1), Some.LaunchpadTask(Launchpad, 2));
        Server.Status("/devel/bugs/1", 401);
        Launchpad.Thing("bugs/2", Bug("Text"));

        var fetched = await FetchAsync();

        Assert.Equal(["", "Text"], fetched.Items.Select(item => item.Body));
        Assert.StartsWith("details: 1 bugs", Assert.Single(fetched.Warnings));
    }

    [Fact]
    public async Task Who_is_asked_to_wait_does_not_go_on_asking()
    {
        Launchpad.Bugs("keel", [.. Enumerable.Range(1, 9).Select(n => Some.LaunchpadTask(Launchpad, n))]);
        Server.Status("/devel/bugs/1", 429, "60");

        Assert.Equal(9, (await FetchAsync()).Items.Count);

        Assert.Equal(["/devel/keel", "/devel/bugs/1"], Server.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task Details_of_another_host_are_not_asked_for()
    {
        await using var other = await FakeFeedServer.StartAsync();
        var task = Some.LaunchpadTask(Launchpad, 1);
        task["bug_link"] = other.Address("/devel/bugs/1").AbsoluteUri;
        Launchpad.Bugs("keel", task);

        Assert.Single((await FetchAsync()).Items);

        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task Duplicate_names_the_bug_that_it_repeats()
    {
        Launchpad.Bugs("keel", Some.LaunchpadTask(Launchpad, 12));
        var bug = Bug("Text");
        bug["duplicate_of_link"] = Launchpad.Link("bugs/7");
        Launchpad.Thing("bugs/12", bug);

        var item = Assert.Single((await FetchAsync(("duplicates", ["true"]))).Items);

        Assert.Equal("duplicate of bug 7", item.Signals.Change);
        Assert.Equal([ObjectKey.Bug("bugs.launchpad.net", 7)], item.Mentions);
        Assert.Contains(Launchpad.Asked, asked => asked.Contains("omit_duplicates=false"));
    }

    [Fact]
    public async Task New_bugs_alone_are_searched_by_their_creation()
    {
        Launchpad.Bugs("keel", Some.LaunchpadTask(Launchpad, 12));

        Assert.Single((await FetchAsync(("changes", ["false"]))).Items);

        Assert.Contains("created_since=2026-10-30T10%3A00%3A00Z", Launchpad.Asked.First());
        Assert.DoesNotContain("modified_since", Launchpad.Asked.First());
    }

    [Fact]
    public async Task Hostile_bug_does_no_harm()
    {
        var task = Some.LaunchpadTask(Launchpad, 12);
        task["title"] = "Bug #12 in Keel: \"<script>\u202E\u0000" + new string('x', 100_000) + "\"";
        (task["web_link"], task["status"], task["importance"]) = ("javascript:alert(1)", "沉没", "<b>");
        (task["owner_link"], task["date_created"], task["bug_target_name"]) = (7, "2026-11-13T09:59:59+00:00", null);
        var page = new JsonObject { ["entries"] = new JsonArray(task, null, 7, new JsonObject()) };
        Server.On("/devel/keel", context => context.Response.WriteAsync(page.ToJsonString()));

        var fetched = await FetchAsync(("details", ["0"]));

        var item = Assert.Single(fetched.Items);
        Assert.StartsWith("<script> xxx", item.Title);
        Assert.InRange(item.Title.Length, 1, 510);
        Assert.Equal("https://bugs.launchpad.net/bugs/12", item.Url);
        Assert.Contains("1 entries without the number", Assert.Single(fetched.Warnings));
    }

    private static JsonObject Bug(string description, params string[] tags) => new()
    {
        ["description"] = description,
        ["tags"] = new JsonArray([.. tags.Select(tag => JsonValue.Create(tag))]),
        ["message_count"] = 5,
        ["duplicate_of_link"] = null,
    };

    private GatherRuns Runs(params (string, string[])[] settings) => new(Host, Source(settings));

    private async Task<FetchOutcome.Fetched> FetchAsync(params (string, string[])[] settings) =>
        Assert.IsType<FetchOutcome.Fetched>(await Host.ReadAsync(Source(settings)));

    private SourceDefinition Source((string Key, string[] Values)[] settings) => Some.ReviewSource(
        "launchpad-bugs",
        Launchpad.Url,
        settings.Any(setting => setting.Key == "project") ? settings : [.. settings, ("project", ["Keel"])]);
}
