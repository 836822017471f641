using System.Text.RegularExpressions;
using Xunit;

namespace Digest.UnitTests.Conventions;

public sealed partial class NamespaceTests
{
    // Core and the program share the root namespace; every other project's is its name.
    private static readonly string[] Roots = ["src/Digest.Core", "src/Digest"];

    [Fact]
    public void Folder_is_namespace() => Findings.MustBeNone(
        from file in SourceFile.All
        let found = Namespace().Match(file.Text)
        where found.Success && found.Groups[1].Value != Expected(file.Folder)
        select $"{file.Path} is in {found.Groups[1].Value} and not in {Expected(file.Folder)}");

    [Fact]
    public void Every_file_but_the_programs_has_a_file_scoped_namespace() => Findings.MustBeNone(SourceFile.All
        .Where(file => !file.Path.EndsWith("/Program.cs", StringComparison.Ordinal) && !Namespace().IsMatch(file.Text))
        .Select(file => file.Path));

    private static string Expected(string folder)
    {
        var root = Roots.FirstOrDefault(
            root => folder == root || folder.StartsWith($"{root}/", StringComparison.Ordinal));
        var path = root is null ? folder.Split('/', 2)[1] : $"Digest{folder[root.Length..]}";
        return path.Replace('/', '.');
    }

    [GeneratedRegex(@"^namespace ([\w.]+);$", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
