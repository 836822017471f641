using System.Text.Json;

namespace Digest.Gather.Launchpad;

/// <summary>A blueprint (the service's word is specification) as it is now.</summary>
internal sealed record Blueprint
{
    /// <summary>The project it belongs to, which for one that a group lists is not the group.</summary>
    public required string Project { get; init; }

    public required string Name { get; init; }

    /// <summary>Its identity: <c>keel/ballast</c>.</summary>
    public string Key => $"{Project}/{Name}";

    public required string Title { get; init; }

    public required BlueprintState State { get; init; }

    public DateTimeOffset? Created { get; init; }

    public DateTimeOffset? Started { get; init; }

    public DateTimeOffset? Completed { get; init; }

    public string? Owner { get; init; }

    public string? Page { get; init; }

    /// <summary>Plain text.</summary>
    public string Summary { get; init; } = "";

    /// <param name="entry">As the service writes it.</param>
    /// <param name="target">What was read, for an entry that does not say where it belongs.</param>
    /// <returns>Null if it has no name.</returns>
    public static Blueprint? Of(JsonElement entry, string target)
    {
        if ((entry.Line("name") ?? entry.LinkName("self_link")) is not { } name)
            return null;

        var state = new BlueprintState(
            entry.Value("date_created") ?? "",
            entry.Line("definition_status") ?? "",
            entry.Line("implementation_status") ?? "",
            entry.LinkName("milestone_link") ?? "",
            entry.Line("priority") ?? "");
        return new Blueprint
        {
            Project = entry.LinkName("target_link") ?? target.Split('/')[0],
            Name = name,
            Title = entry.Line("title") ?? name,
            State = state,
            Created = entry.Time("date_created"),
            Started = entry.Time("date_started"),
            Completed = entry.Time("date_completed"),
            Owner = entry.LinkName("owner_link"),
            Page = entry.Page("web_link"),
            Summary = entry.Value("summary") ?? "",
        };
    }
}

/// <summary>What is remembered of a blueprint. A text is empty where the service says nothing.</summary>
/// <param name="Created">To the microsecond and never changed, so that it is known again under another name.</param>
/// <param name="Definition"><c>Drafting</c>, <c>Approved</c>, <c>Obsolete</c>.</param>
/// <param name="Implementation"><c>Not started</c>, <c>Needs Code Review</c>, <c>Implemented</c>.</param>
/// <param name="Milestone">The name of the milestone it is planned for.</param>
/// <param name="Priority"><c>Essential</c>, <c>High</c>, <c>Undefined</c>.</param>
internal sealed record BlueprintState(
    string Created, string Definition, string Implementation, string Milestone, string Priority)
{
    public static BlueprintState? Of(string[] fields) =>
        fields is [var created, var definition, var implementation, var milestone, var priority]
            ? new BlueprintState(created, definition, implementation, milestone, priority)
            : null;

    public string[] ToFields() => [Created, Definition, Implementation, Milestone, Priority];

    /// <summary>True for what a list of valid blueprints leaves out.</summary>
    public bool IsWithdrawn => Definition is "Obsolete" or "Superseded";
}
