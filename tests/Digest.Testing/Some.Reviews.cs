using System.Globalization;
using System.Text.Json.Nodes;
using Digest.Model;

namespace Digest.Testing;

public static partial class Some
{
    /// <summary>A merged change of <c>driftwood/keel</c> as Gerrit writes it.</summary>
    public static JsonObject GerritChange(int number, Action<JsonObject>? alter = null)
    {
        var change = new JsonObject
        {
            ["id"] = $"driftwood%2Fkeel~{number}",
            ["project"] = "driftwood/keel",
            ["branch"] = "master",
            ["topic"] = "bp/ballast",
            ["change_id"] = "I" + number.ToString("x40", CultureInfo.InvariantCulture),
            ["subject"] = $"Trim the ballast {number}",
            ["status"] = "MERGED",
            ["created"] = "2026-11-01 08:00:00.000000000",
            ["updated"] = "2026-11-10 09:30:15.123456789",
            ["submitted"] = "2026-11-10 09:30:14.000000000",
            ["_number"] = number,
            ["owner"] = GerritAccount(1, "林小雨"),
            ["current_revision"] = "abc123",
            ["messages"] = new JsonArray(),
        };
        change["revisions"] = GerritRevisions("Trim the ballast\n\nThe keel was too heavy.\n\nCloses-Bug: #1234\n");
        alter?.Invoke(change);
        return change;
    }

    public static JsonObject GerritRevisions(string message) => new()
    {
        ["abc123"] = new JsonObject { ["commit"] = new JsonObject { ["message"] = message } },
    };

    public static JsonObject GerritAccount(int id, string name) => new() { ["_account_id"] = id, ["name"] = name };

    public static JsonObject GerritMessage(JsonObject author, string? tag = null, string text = "Looks good") => new()
    {
        ["author"] = author,
        ["date"] = "2026-11-09 10:00:00.000000000",
        ["tag"] = tag,
        ["message"] = text,
    };

    /// <summary>A bug of a project as Launchpad writes it, created within the first window.</summary>
    public static JsonObject LaunchpadTask(
        FakeLaunchpad launchpad, int number, string status = "New", string target = "keel") => new()
        {
            ["self_link"] = launchpad.Link($"{target}/+bug/{number}"),
            ["web_link"] = $"https://bugs.launchpad.net/{target}/+bug/{number}",
            ["bug_link"] = launchpad.Link($"bugs/{number}"),
            ["bug_target_name"] = target,
            ["target_link"] = launchpad.Link(target),
            ["title"] = $"Bug #{number} in Keel: \"Anchor {number} drags\"",
            ["status"] = status,
            ["importance"] = "Undecided",
            ["milestone_link"] = null,
            ["owner_link"] = launchpad.Link("~haruka"),
            ["date_created"] = "2026-11-10T08:00:00.123456+00:00",
            ["date_last_updated"] = "2026-11-10T08:00:00.123456+00:00",
        };

    /// <summary>A blueprint of <c>keel</c>, created long ago.</summary>
    public static JsonObject LaunchpadBlueprint(FakeLaunchpad launchpad, string name) => new()
    {
        ["self_link"] = launchpad.Link($"keel/+spec/{name}"),
        ["web_link"] = $"https://blueprints.launchpad.net/keel/+spec/{name}",
        ["target_link"] = launchpad.Link("keel"),
        ["name"] = name,
        ["title"] = $"The {name} blueprint",
        ["summary"] = "One *line*.\n\n- first\n- second",
        ["definition_status"] = "Drafting",
        ["implementation_status"] = "Not started",
        ["priority"] = "Undefined",
        ["milestone_link"] = null,
        ["owner_link"] = launchpad.Link("~haruka"),
        ["date_created"] = $"2025-01-01T00:00:00.{Math.Abs(name.Sum(c => c * 31)) % 1000000:000000}+00:00",
        ["date_started"] = null,
        ["date_completed"] = null,
    };

    /// <summary>A milestone of <c>keel</c>.</summary>
    public static JsonObject LaunchpadMilestone(FakeLaunchpad launchpad, string name, string? targeted = null) => new()
    {
        ["self_link"] = launchpad.Link($"keel/+milestone/{name}"),
        ["web_link"] = $"https://launchpad.net/keel/+milestone/{name}",
        ["target_link"] = launchpad.Link("keel"),
        ["name"] = name,
        ["title"] = $"Keel {name}",
        ["date_targeted"] = targeted,
        ["release_link"] = null,
    };

    /// <summary>A release of <c>keel</c>.</summary>
    public static JsonObject LaunchpadRelease(FakeLaunchpad launchpad, string version, string released) => new()
    {
        ["self_link"] = launchpad.Link($"keel/2.x/{version}"),
        ["web_link"] = $"https://launchpad.net/keel/2.x/{version}",
        ["project_link"] = launchpad.Link("keel"),
        ["milestone_link"] = launchpad.Link($"keel/+milestone/{version}"),
        ["version"] = version,
        ["title"] = $"Keel {version} \"船首\"",
        ["date_released"] = released,
        ["release_notes"] = "Faster.",
        ["changelog"] = "* Fix the anchor",
    };

    /// <summary>A source on a review server or on Launchpad.</summary>
    public static SourceDefinition ReviewSource(
        string type, Uri url, params (string Key, string[] Values)[] settings) => new()
        {
            Id = type,
            Type = type,
            Url = url,
            Settings = new SourceSettingValues(settings.ToDictionary(
                setting => setting.Key, setting => (IReadOnlyList<string>)setting.Values)),
        };
}
