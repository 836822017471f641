using System.Text.Json.Nodes;
using Digest.Gather;
using Digest.Model;
using Digest.Testing;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Digest.IntegrationTests.Gather.Launchpad;

public sealed class LaunchpadBlueprintTests : LaunchpadHost
{
    private const string List = "keel/valid_specifications";

    [Fact]
    public async Task First_read_does_not_flood_and_the_next_tells_the_change_once()
    {
        var list = Launchpad.Collection(List, Spec("ballast"), Spec("rudder"));
        var runs = Runs();
        Assert.Empty(await runs.NextAsync());
        Assert.Empty(await runs.NextAsync());

        (list[0]["implementation_status"], list[0]["date_completed"]) = ("Implemented", "2026-11-13T11:30:00+00:00");

        var item = Assert.Single(await runs.NextAsync());
        Assert.StartsWith("keel/ballast@implemented/", item.ExternalId);
        Assert.Equal("Not started → Implemented", item.Signals.Change);
        Assert.Empty(await runs.NextAsync());
    }

    [Fact]
    public async Task Blueprint_becomes_an_item()
    {
        var list = Launchpad.Collection(List);
        var runs = Runs();
        await runs.NextAsync();
        var spec = Spec("ballast");
        (spec["priority"], spec["milestone_link"]) = ("Essential", Launchpad.Link("keel/+milestone/2.0"));
        spec["date_created"] = "2026-11-13T10:30:00.000001+00:00";
        list.Add(spec);

        var item = Assert.Single(await runs.NextAsync());

        Assert.Equal("keel/ballast@new", item.ExternalId);
        Assert.Equal("The ballast blueprint", item.Title);
        Assert.Equal("https://blueprints.launchpad.net/keel/+spec/ballast", item.Url);
        Assert.Equal("One \\*line\\*.\n\n- first\n- second", item.Body);
        Assert.Equal("haruka", item.Author);
        Assert.Equal(["keel"], item.Tags);
        Assert.Equal([ObjectKey.Blueprint("keel", "ballast")], item.Objects);
        Assert.Equal(new ItemSignals { Milestone = "2.0", Importance = "Essential" }, item.Signals);
        Assert.Equal(ItemKind.Blueprint, item.Kind);
    }

    [Fact]
    public async Task State_that_comes_back_is_told_again()
    {
        var list = Launchpad.Collection(List, Spec("ballast"));
        var runs = Runs();
        await runs.NextAsync();
        foreach (var status in (string[])["Approved", "Drafting", "Approved"])
        {
            list[0]["definition_status"] = status;
            Assert.EndsWith($" → {status}", Assert.Single(await runs.NextAsync()).Signals.Change);
        }
    }

    [Fact]
    public async Task Fault_on_a_later_page_loses_and_invents_nothing()
    {
        Launchpad.PageSize = 1;
        var list = Launchpad.Collection(List, Spec("ballast"), Spec("rudder"));
        var runs = Runs();
        await runs.NextAsync();
        list[1]["definition_status"] = "Approved";
        var memory = Host.Store.StateOf("launchpad-blueprints").Memory;
        Server.On($"/devel/{List}", context =>
        {
            context.Response.StatusCode = context.Request.Query.ContainsKey("memo") ? 500 : 200;
            var page = new JsonObject
            {
                ["entries"] = new JsonArray(Spec("ballast")),
                ["next_collection_link"] = Launchpad.Link($"{List}?memo=1"),
            };
            return context.Response.WriteAsync(page.ToJsonString());
        });
        Assert.Contains("HTTP 500", (await runs.ReportAsync()).Error);
        Assert.Equal(memory, Host.Store.StateOf("launchpad-blueprints").Memory);

        Launchpad.Collection(List, [.. list]);

        Assert.Equal("Drafting → Approved", Assert.Single(await runs.NextAsync()).Signals.Change);
    }

    [Fact]
    public async Task Blueprint_that_left_the_list_is_looked_up()
    {
        var list = Launchpad.Collection(List, Spec("ballast"), Spec("rudder"), Spec("mast"));
        var runs = Runs();
        await runs.NextAsync();
        var (obsolete, lost) = (list[0], list[1]);
        obsolete["definition_status"] = "Obsolete";
        Launchpad.Thing("keel/+spec/ballast", obsolete);
        Launchpad.Thing("keel/+spec/rudder", lost);
        list.Clear();

        var items = await runs.NextAsync();

        Assert.Equal(["removed", "Drafting → Obsolete"], items.Select(item => item.Signals.Change));
        Assert.Equal(["mast", "The ballast blueprint"], items.Select(item => item.Title));
        Assert.Empty(await runs.NextAsync());
    }

    [Fact]
    public async Task New_name_is_one_item()
    {
        var list = Launchpad.Collection(List, Spec("ballast"));
        var runs = Runs();
        await runs.NextAsync();
        (list[0]["name"], list[0]["self_link"]) = ("keel-trim", Launchpad.Link("keel/+spec/keel-trim"));

        var item = Assert.Single(await runs.NextAsync());

        Assert.Equal("renamed ballast → keel-trim", item.Signals.Change);
        Assert.Equal([ObjectKey.Blueprint("keel", "keel-trim")], item.Objects);
    }

    [Theory]
    [InlineData("{\"form\":\"blueprints/99\",\"targets\":{\"keel\":{\"keel/x\":[]}}}")]
    [InlineData("broken")]
    public async Task Memory_of_another_form_starts_anew_without_a_flood(string memory)
    {
        Launchpad.Collection(List, Spec("ballast"), Spec("rudder"));
        Host.Store.Remember(
            "launchpad-blueprints", new SourceState { Memory = memory, LastSuccess = Some.RunMoment.AddHours(-1) });
        var runs = Runs();

        Assert.Empty(await runs.NextAsync());

        Assert.Contains("blueprints/1", Host.Store.StateOf("launchpad-blueprints").Memory);
    }

    [Fact]
    public async Task Editor_chooses_what_is_told()
    {
        var list = Launchpad.Collection(List, Spec("ballast"));
        var runs = Runs(("tell", ["implementation"]));
        await runs.NextAsync();
        (list[0]["priority"], list[0]["implementation_status"]) = ("High", "Started");
        list.Add(Spec("rudder"));

        Assert.Equal("Not started → Started", Assert.Single(await runs.NextAsync()).Signals.Change);
    }

    [Fact]
    public async Task Obsolete_ones_are_read_where_they_are_wanted()
    {
        Launchpad.Collection("keel/all_specifications");

        Assert.Empty(await Runs(("obsolete", ["true"])).NextAsync());

        Assert.Contains("all_specifications", Assert.Single(Launchpad.Asked));
    }

    private JsonObject Spec(string name) => Some.LaunchpadBlueprint(Launchpad, name);

    private GatherRuns Runs(params (string, string[])[] settings) => new(
        Host, Some.ReviewSource("launchpad-blueprints", Launchpad.Url, [.. settings, ("project", ["Keel"])]));
}
