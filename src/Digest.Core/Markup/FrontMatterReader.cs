using Digest.Model;

namespace Digest.Markup;

/// <summary>
/// Reads front matter as found in the wild: Jekyll's YAML (<c>category : X</c>, flow lists, unquoted colons), Hugo's
/// TOML (<c>+++</c>) and JSON, or none. Never throws: what cannot be read stays part of the text and is reported.
/// </summary>
public static class FrontMatterReader
{
    public static FrontMatterResult Read(string text) => throw new NotImplementedException();
}
