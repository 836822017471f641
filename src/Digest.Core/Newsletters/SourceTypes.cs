namespace Digest.Newsletters;

/// <summary>The connectors that <c>newsletter.yml</c> may name.</summary>
public static class SourceTypes
{
    /// <summary>RSS, Atom, RDF or JSON Feed, on the web or in a file.</summary>
    public const string Feed = "feed";

    /// <summary>A folder of Markdown notes.</summary>
    public const string Markdown = "markdown";

    public static IReadOnlyList<string> All { get; } = [Feed, Markdown];
}
