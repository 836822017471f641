using Digest.Testing;

namespace Digest.UnitTests.Conventions;

/// <summary>A file of the project as it lies on disk.</summary>
/// <param name="Path">From the project's root, with slashes.</param>
internal sealed record SourceFile(string Path, string Text)
{
    private static readonly string[] Built = ["/bin/", "/obj/", "/node_modules/", "/TestResults/"];

    public string[] Lines => Text.TrimEnd('\n').Split('\n');

    /// <summary>The folder, with slashes.</summary>
    public string Folder => Path[..Path.LastIndexOf('/')];

    /// <summary>The C# files below <c>src</c>.</summary>
    public static IReadOnlyList<SourceFile> Program { get; } = Below("src", "*.cs");

    /// <summary>The C# files below <c>tests</c>.</summary>
    public static IReadOnlyList<SourceFile> Tests { get; } = Below("tests", "*.cs");

    public static IEnumerable<SourceFile> All => Program.Concat(Tests);

    public static IReadOnlyList<SourceFile> Below(string folder, string pattern)
    {
        var root = System.IO.Path.Combine(Corpus.Root, folder);
        return
        [
            .. Directory.EnumerateFiles(root, pattern, SearchOption.AllDirectories)
                .Select(Relative)
                .Where(path => !Built.Any(part => path.Contains(part, StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal)
                .Select(Read),
        ];
    }

    public static SourceFile Read(string path) =>
        new(path, File.ReadAllText(System.IO.Path.Combine(Corpus.Root, path)).ReplaceLineEndings("\n"));

    private static string Relative(string path) =>
        System.IO.Path.GetRelativePath(Corpus.Root, path).Replace('\\', '/');
}
