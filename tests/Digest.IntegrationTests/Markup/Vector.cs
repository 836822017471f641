using Digest.Testing;

namespace Digest.IntegrationTests.Markup;

/// <summary>One hostile text of <c>Markup/Vectors</c>.</summary>
/// <param name="Name">File and line.</param>
internal sealed record Vector(string Name, string Text)
{
    public static IReadOnlyList<Vector> Html { get; } = Read("html.txt");

    public static IReadOnlyList<Vector> Markdown { get; } = Read("markdown.txt");

    private static IReadOnlyList<Vector> Read(string name)
    {
        var path = Path.Combine(Corpus.Root, "tests", "Digest.IntegrationTests", "Markup", "Vectors", name);
        return
        [
            .. File.ReadLines(path)
                .Select((line, index) => new Vector($"{name}:{index + 1}", Decode(line)))
                .Where(vector => vector.Text.Length > 0 && !vector.IsRemark),
        ];
    }

    private bool IsRemark => Text.StartsWith("# ", StringComparison.Ordinal)
        || (Text.StartsWith("## ", StringComparison.Ordinal) && !Text.Contains('<'));

    private static string Decode(string line) => line
        .Replace('␊', '\n').Replace('␉', '\t').Replace('␍', '\r').Replace('␌', '\f').Replace('␀', '\0');
}
