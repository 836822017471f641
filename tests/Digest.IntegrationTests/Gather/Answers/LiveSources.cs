using System.Text.Json.Nodes;
using Digest.Model;
using Digest.Testing;

namespace Digest.IntegrationTests.Gather.Answers;

using Make = Func<FakeFeedServer, TempFolder, SourceDefinition>;

/// <summary>A source of every kind that has something to tell.</summary>
internal static class LiveSources
{
    private const string Day = "2026-11-12T00:00:00Z";
    private const string Feed = """
        {"version": "https://jsonfeed.org/version/1.1", "title": "t", "items": [
          {"id": "1", "title": "浮木", "url": "https://a.example/1"}]}
        """;

    public static IReadOnlyDictionary<string, Make> ByType { get; } = new Dictionary<string, Make>
    {
        ["feed"] = (server, _) => At(server.Feed("/feed", Feed), "feed", "/feed"),
        ["markdown"] = Notes,
        ["gerrit"] = Gerrit,
        ["launchpad-bugs"] = LaunchpadBugs,
        ["launchpad-blueprints"] = LaunchpadBlueprints,
        ["launchpad-milestones"] = LaunchpadMilestones,
        ["github"] = GitHub,
        ["gitlab"] = GitLab,
        ["discourse"] = Discourse,
        ["mediawiki"] = MediaWiki,
        ["webpage"] = (server, _) =>
            At(server.Feed("/news", "<li><a href='/1'>新</a></li>"), "webpage", "/news").With("item", "li"),
        ["command"] = Command,
        ["pipermail"] = Pipermail,
        ["hyperkitty"] = HyperKitty,
        ["mailbox"] = Mailbox,
        ["etherpad"] = Etherpad,
        ["meetbot"] = Meetbot,
    };

    private static SourceDefinition At(FakeFeedServer server, string type, string path) =>
        new() { Id = "one", Type = type, Url = server.Address(path) };

    private static SourceDefinition Below(TempFolder folder, string type, string path) =>
        new() { Id = "one", Type = type, Path = Path.Combine(folder.Path, path) };

    private static SourceDefinition Notes(FakeFeedServer server, TempFolder folder)
    {
        folder.Write("notes/流木/a.md", "---\ntitle: 追記\n---\n\n本文");
        folder.Write("notes/b.md", "# Keel\n\nWords");
        return Below(folder, "markdown", "notes");
    }

    private static SourceDefinition Mailbox(FakeFeedServer server, TempFolder folder)
    {
        folder.Write("inbox/new/1", Some.ListMail("浮木 1.2", "a@x"));
        return Below(folder, "mailbox", "inbox");
    }

    private static SourceDefinition Command(FakeFeedServer server, TempFolder folder)
    {
        var path = folder.Write("planet.sh", $"#!/bin/sh\ncat <<'END'\n{Feed}\nEND\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        return new SourceDefinition { Id = "one", Type = "command" }.With("run", "./planet.sh");
    }

    private static SourceDefinition Gerrit(FakeFeedServer server, TempFolder folder)
    {
        var gerrit = new FakeGerrit(server);
        gerrit.Changes.Add(Some.GerritChange(7));
        return Some.ReviewSource("gerrit", gerrit.Url, ("status", ["merged"]));
    }

    private static SourceDefinition LaunchpadBugs(FakeFeedServer server, TempFolder folder)
    {
        var launchpad = new FakeLaunchpad(server);
        launchpad.Bugs("keel", Some.LaunchpadTask(launchpad, 12));
        launchpad.Thing("bugs/12", new JsonObject { ["description"] = "錨" });
        return Some.ReviewSource("launchpad-bugs", launchpad.Url, ("project", ["keel"]));
    }

    private static SourceDefinition LaunchpadBlueprints(FakeFeedServer server, TempFolder folder)
    {
        var launchpad = new FakeLaunchpad(server);
        var blueprint = Some.LaunchpadBlueprint(launchpad, "anchor");
        blueprint["date_created"] = "2026-11-12T00:00:00+00:00";
        launchpad.Collection("keel/valid_specifications", blueprint);
        return Some.ReviewSource("launchpad-blueprints", launchpad.Url, ("project", ["keel"]));
    }

    private static SourceDefinition LaunchpadMilestones(FakeFeedServer server, TempFolder folder)
    {
        var launchpad = new FakeLaunchpad(server);
        launchpad.Collection("keel/all_milestones", Some.LaunchpadMilestone(launchpad, "2.0"));
        launchpad.Collection(
            "keel/releases", Some.LaunchpadRelease(launchpad, "2.0", "2026-11-11T00:00:00+00:00"));
        return Some.ReviewSource("launchpad-milestones", launchpad.Url, ("project", ["keel"]));
    }

    private static SourceDefinition GitHub(FakeFeedServer server, TempFolder folder)
    {
        var hub = new FakeGitHub(server).Releases("driftwood/keel", FakeGitHub.Release(1, "v2.4.0", Day));
        hub.Closed("driftwood/keel", [.. Enumerable.Range(1, 3).Select(i => FakeGitHub.Pull(i, $"帆 {i}", Day))]);
        return new SourceDefinition { Id = "one", Type = "github", Url = hub.Url }
            .With("repositories", "driftwood/keel");
    }

    private static SourceDefinition GitLab(FakeFeedServer server, TempFolder folder)
    {
        new FakeGitLab(server).Releases("driftwood/anchor", FakeGitLab.Release("v3", Day));
        return At(server, "gitlab", "/").With("projects", "driftwood/anchor").With("what", "releases");
    }

    private static SourceDefinition Discourse(FakeFeedServer server, TempFolder folder)
    {
        new FakeDiscourse(server).List("latest", FakeDiscourse.Topic(9, "龙骨聚会", Day)).Post(9, "<p>你好</p>");
        return At(server, "discourse", "/");
    }

    private static SourceDefinition MediaWiki(FakeFeedServer server, TempFolder folder)
    {
        new FakeMediaWiki(server).Changes(FakeMediaWiki.Edit(15, "Road map", "議程", Day));
        return At(server, "mediawiki", "/w/api.php");
    }

    private static SourceDefinition Pipermail(FakeFeedServer server, TempFolder folder)
    {
        var archive = new FakeMailman2(server).Add("2026-November", "发布计划", "a@x", body: "下周发布。");
        return new SourceDefinition { Id = "one", Type = "pipermail", Url = archive.Index };
    }

    private static SourceDefinition HyperKitty(FakeFeedServer server, TempFolder folder)
    {
        var archive = new FakeHyperKitty(server).Add(Some.ListMail("[keel] リリース", "a@x"));
        return new SourceDefinition { Id = "one", Type = "hyperkitty", Url = archive.Page };
    }

    private static SourceDefinition Etherpad(FakeFeedServer server, TempFolder folder)
    {
        var pads = new FakeEtherpad(server).Write("议程", "议程\n\t* 发布 1.2\n");
        return new SourceDefinition { Id = "one", Type = "etherpad", Url = pads.AddressOf("议程") };
    }

    private static SourceDefinition Meetbot(FakeFeedServer server, TempFolder folder)
    {
        const string minutes =
            "=====\n#keel\n=====\n\nMeeting started by ann at 14:00:12 UTC.\n\nMeeting summary\n---------------\n"
            + "* 发布  (ann, 14:01:02)\n\nMeeting ended at 14:31:09 UTC.\n";
        var eavesdrop = new FakeEavesdrop(server).Add("keel/2026/keel.2026-11-12-14.00.txt", minutes);
        return new SourceDefinition { Id = "one", Type = "meetbot", Url = eavesdrop.Root };
    }
}
