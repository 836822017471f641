using System.Globalization;

namespace Digest.Model;

/// <summary>The values of a source's own keys, checked when <c>newsletter.yml</c> was read.</summary>
public sealed class SourceSettingValues(IReadOnlyDictionary<string, IReadOnlyList<string>> values)
{
    public static SourceSettingValues None { get; } = new(new Dictionary<string, IReadOnlyList<string>>());

    /// <summary>The keys that are set.</summary>
    public IEnumerable<string> Names => values.Keys;

    /// <summary>All values of a key; empty if it is not set.</summary>
    public IReadOnlyList<string> Texts(string name) => values.TryGetValue(name, out var texts) ? texts : [];

    /// <summary>The value of a key; null if it is not set.</summary>
    public string? Text(string name) => Texts(name) is [var text, ..] ? text : null;

    /// <summary>The value of a key that holds a whole number; null if it is not set or is none.</summary>
    public int? Number(string name) =>
        int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The value of a key that holds <c>true</c> or <c>false</c>.</summary>
    public bool Flag(string name, bool otherwise) => bool.TryParse(Text(name), out var flag) ? flag : otherwise;
}
