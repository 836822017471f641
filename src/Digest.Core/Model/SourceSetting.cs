namespace Digest.Model;

/// <summary>A key of a source that only its kind has. Its value is a text, or a list of texts.</summary>
/// <param name="Name">The key: lower case, words joined by <c>_</c>.</param>
/// <param name="Example">A value that would be right.</param>
public sealed record SourceSetting(string Name, string Example)
{
    public bool IsRequired { get; init; }

    /// <summary>True if several values may stand here; one alone is a list of one.</summary>
    public bool IsList { get; init; }

    /// <summary>What is wrong with a value and what would be right; null for a good one.</summary>
    public Func<string, string?> Check { get; init; } = static _ => null;
}
