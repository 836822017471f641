using System.Text.Json.Nodes;
using Digest.Compose.Stories;
using Digest.Model;
using Digest.Output;

namespace Digest.Commands;

/// <summary>The stories of an issue, for people and for programs. Titles are untrusted.</summary>
internal static class StoryListing
{
    public static JsonObject Json(IssueRef issue, IReadOnlyList<IReadOnlyList<PlacedItem>> stories) => new()
    {
        ["issue"] = issue.ToString(),
        ["stories"] = JsonNodes.Array(stories, Story),
    };

    public static void Show(Screen screen, IssueRef issue, IReadOnlyList<IReadOnlyList<PlacedItem>> stories)
    {
        var items = Counted.Of(stories.Sum(story => story.Count), "item");
        var count = stories.Count == 1 ? "1 story" : $"{stories.Count} stories";
        screen.Show(new Outline($"{issue}: {count} of {items}") { Children = [.. stories.Select(Words)] });
    }

    /// <summary>The word for a kind in JSON: <c>repeat</c>, <c>follow-up</c>, <c>reference</c>.</summary>
    private static string Word(CoverageKind kind) => kind switch
    {
        CoverageKind.Repeat => "repeat",
        CoverageKind.FollowUp => "follow-up",
        CoverageKind.Reference => "reference",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a kind of coverage"),
    };

    private static JsonObject Story(IReadOnlyList<PlacedItem> story) => new()
    {
        ["story"] = story[0].StoryId,
        ["title"] = story[0].Item.Content.Title,
        ["items"] = JsonNodes.Array(story, Item),
        ["covered"] = JsonNodes.Array(story[0].Place?.Covered ?? [], Covered),
    };

    private static JsonObject Item(PlacedItem item) => new()
    {
        ["id"] = item.Item.Id,
        ["source"] = item.Item.SourceId,
        ["title"] = item.Item.Content.Title,
        ["url"] = item.Item.Content.Url,
        ["reason"] = item.Place?.Reason is { Length: > 0 } reason ? reason : null,
    };

    private static JsonObject Covered(Coverage coverage) => new()
    {
        ["issue"] = coverage.Issue.ToString(),
        ["title"] = coverage.Title,
        ["kind"] = Word(coverage.Kind),
        ["reason"] = coverage.Reason,
    };

    private static Outline Words(IReadOnlyList<PlacedItem> story)
    {
        var lead = story[0];
        return new Outline(Line(lead))
        {
            Children =
            [
                .. story.Skip(1).Select(item => new Outline($"{Line(item)}: {item.Place?.Reason}")),
                .. (lead.Place?.Covered ?? []).Select(coverage =>
                    new Outline($"covered in {coverage.Title} ({Word(coverage.Kind)}): {coverage.Reason}")
                    {
                        Tone = Tone.Warning,
                    }),
            ],
        };
    }

    private static string Line(PlacedItem item) =>
        $"{item.Item.Id} {item.Item.Content.Title} [{item.Item.SourceId}]";
}
