namespace Digest.Output;

/// <summary>A result as a tree of lines, before anybody decides how to show it. Its texts may be untrusted.</summary>
public sealed record Outline(string Text)
{
    /// <summary>
    /// The absolute path of what the line is about; shown relative, and as a link where a terminal can.
    /// </summary>
    public string? Path { get; init; }

    public Tone Tone { get; init; }

    public IReadOnlyList<Outline> Children { get; init; } = [];
}
