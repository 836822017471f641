using System.Text.Json;

namespace Digest.Gather.Launchpad;

/// <summary>A milestone, with its release if there is one.</summary>
internal sealed record Milestone
{
    /// <summary>Also the version of the release: <c>2014.1.rc1</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The project's name as the service writes it; null if it does not say.</summary>
    public string? Project { get; init; }

    /// <summary>The day it is planned for, as <c>2026-12-01</c>; empty if none is.</summary>
    public string Targeted { get; init; } = "";

    public DateTimeOffset? Released { get; init; }

    /// <summary>True if it was released, also where the service does not say when.</summary>
    public bool IsReleased { get; init; }

    public required string Title { get; init; }

    public string? Page { get; init; }

    /// <summary>Plain text: the summary of a milestone; the notes and the changelog of a release.</summary>
    public string Text { get; init; } = "";

    /// <summary>Who made the release.</summary>
    public string? Owner { get; init; }

    /// <summary>The release that the service has for it; null if there is none or it is not to be seen.</summary>
    public string? ReleaseLink { get; init; }

    /// <returns>Null if it has no name.</returns>
    public static Milestone? Of(JsonElement entry)
    {
        if ((entry.Line("name") ?? entry.LinkName("self_link")) is not { } name)
            return null;

        return new Milestone
        {
            Name = name,
            Project = entry.LinkName("target_link"),
            Targeted = entry.Line("date_targeted") ?? "",
            Title = entry.Line("title") ?? name,
            Page = entry.Page("web_link"),
            Text = entry.Value("summary") ?? "",
            ReleaseLink = entry.Value("release_link"),
        };
    }

    /// <summary>The milestone with what its release says; what is dated later than now is not released yet.</summary>
    public Milestone With(JsonElement release, DateTimeOffset now)
    {
        var released = release.Time("date_released") ?? release.Time("date_created");
        if (released > now)
            return this;

        var texts = new[] { release.Value("release_notes"), release.Value("changelog") }.OfType<string>();
        return this with
        {
            IsReleased = true,
            Released = released,
            Project = release.LinkName("project_link") ?? Project,
            Title = release.Line("title") ?? release.Line("display_name") ?? Title,
            Page = release.Page("web_link") ?? Page,
            Text = string.Join("\n\n", texts) is { Length: > 0 } text ? text : Text,
            Owner = release.LinkName("owner_link"),
        };
    }
}
