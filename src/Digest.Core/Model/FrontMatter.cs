namespace Digest.Model;

/// <summary>The block of settings before a Markdown text. Keys are compared without regard to case.</summary>
public sealed record FrontMatter
{
    public static FrontMatter Empty { get; } = new();

    /// <summary>Every value as text; a list holds several. Empty values are left out.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Values { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The first value of a key, or null.</summary>
    public string? this[string key] => Values.TryGetValue(key, out var list) && list.Count > 0 ? list[0] : null;

    /// <summary>Every value of a key; empty if there is none.</summary>
    public IReadOnlyList<string> All(string key) => Values.TryGetValue(key, out var list) ? list : [];
}
