using System.Text.Json;
using System.Text.Json.Nodes;
using Digest.Gather;
using Digest.Gather.Launchpad;
using Xunit;

namespace Digest.UnitTests.Gather.Launchpad;

public sealed class BlueprintWatchTests
{
    private static readonly DateTimeOffset Since = new(2026, 10, 30, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void First_read_tells_only_what_is_dated_within_the_window()
    {
        var news = Compare(
            null,
            Spec("old"),
            Spec("fresh", created: "2026-11-01T00:00:00Z"),
            Spec("begun", started: "2026-11-02T00:00:00Z", implementation: "Started"),
            Spec("done", completed: "2026-11-03T00:00:00Z", implementation: "Implemented"),
            Spec("done-long-ago", completed: "2025-11-03T00:00:00Z", implementation: "Implemented"));

        Assert.Equal(["fresh:new", "begun:Started", "done:Implemented"], news);
    }

    [Fact]
    public void Everything_that_differs_is_told_in_words()
    {
        var news = Compare(
            [Spec("ballast", definition: "Approved", implementation: "Started", milestone: "1.0")],
            Spec("ballast", definition: "Approved", implementation: "Implemented", milestone: "1.1", priority: "High"));

        Assert.Equal(["ballast:Started → Implemented; milestone 1.0 → 1.1; priority Undefined → High"], news);
    }

    [Fact]
    public void Milestone_can_come_and_go()
    {
        Assert.Equal(["a:milestone none → 1.0"], Compare([Spec("a")], Spec("a", milestone: "1.0")));
        Assert.Equal(["a:milestone 1.0 → none"], Compare([Spec("a", milestone: "1.0")], Spec("a")));
    }

    [Fact]
    public void What_is_the_same_is_no_news() => Assert.Empty(Compare([Spec("a"), Spec("b")], Spec("b"), Spec("a")));

    [Fact]
    public void New_name_of_one_that_is_gone_is_a_renaming() => Assert.Equal(
        ["keel-trim:renamed ballast → keel-trim"],
        Compare([Spec("ballast", "2025-01-01T00:00:00.5Z")], Spec("keel-trim", "2025-01-01T00:00:00.5Z")));

    [Fact]
    public void Old_one_that_turns_up_is_new_to_the_project() =>
        Assert.Equal(["b:new"], Compare([Spec("a")], Spec("a"), Spec("b", created: "2024-01-01T00:00:00Z")));

    [Fact]
    public void Many_old_ones_that_turn_up_are_learned_without_a_word() => Assert.Empty(Compare(
        [Spec("a")],
        [Spec("a"), .. Enumerable.Range(0, 40).Select(n => Spec($"x{n}", $"2024-01-01T00:00:{n:00}Z"))]));

    [Fact]
    public void Unknown_words_of_the_service_are_told_as_they_are() =>
        Assert.Equal(["a:Started → 航行中"], Compare(
            [Spec("a", implementation: "Started")], Spec("a", implementation: "航行中")));

    [Fact]
    public void Fields_of_another_form_count_as_unknown()
    {
        var before = new Dictionary<string, string[]> { ["keel/a"] = ["only one"] };

        var watch = new BlueprintWatch(before, Since);

        Assert.Null(watch.Before("keel/a"));
    }

    private static IReadOnlyList<string> Compare(Blueprint[]? before, params Blueprint[] now) =>
    [
        .. new BlueprintWatch(before?.ToDictionary(spec => spec.Key, spec => spec.State.ToFields()), Since)
            .Compare(now)
            .Select(told => $"{told.Blueprint.Name}:{Words(told.News)}"),
    ];

    private static string Words(IEnumerable<BlueprintNews> news) =>
        string.Join("; ", news.Select(one => one.Words ?? one.State));

    private static Blueprint Spec(
        string name,
        string created = "2025-01-01T00:00:00Z",
        string? started = null,
        string? completed = null,
        string definition = "Drafting",
        string implementation = "Not started",
        string? milestone = null,
        string priority = "Undefined") => Blueprint.Of(
            JsonSerializer.SerializeToElement(new JsonObject
            {
                ["name"] = name,
                ["date_created"] = created,
                ["date_started"] = started,
                ["date_completed"] = completed,
                ["definition_status"] = definition,
                ["implementation_status"] = implementation,
                ["milestone_link"] = milestone is null ? null : $"https://api.example/keel/+milestone/{milestone}",
                ["priority"] = priority,
            }),
            "keel")!;
}
