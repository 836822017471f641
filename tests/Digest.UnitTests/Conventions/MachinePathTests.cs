using System.Text.RegularExpressions;
using Xunit;

namespace Digest.UnitTests.Conventions;

public sealed partial class MachinePathTests
{
    private static readonly string[] Patterns = ["*.cs", "*.csproj", "*.sql", "*.hbs", "*.css", "*.sh", "*.mjs"];

    private static readonly string[] Others =
        ["README.md", "CHANGELOG.md", "appsettings.json", "Directory.Build.props", ".ci/run"];

    [Fact]
    public void No_path_of_somebodys_machine_is_written_down()
    {
        var files = new[] { "src", "tests", "templates", "docs" }
            .Where(folder => Directory.Exists(Path.Combine(Testing.Corpus.Root, folder)))
            .SelectMany(folder => Patterns.Append("*.md").SelectMany(pattern => SourceFile.Below(folder, pattern)))
            .Concat(Others.Select(SourceFile.Read))
            .Where(file => !file.Path.EndsWith("/MachinePathTests.cs", StringComparison.Ordinal));

        Findings.MustBeNone(
            from file in files
            from match in MachinePath().Matches(file.Text)
            select $"{file.Path}: {match.Value}");
    }

    [GeneratedRegex(@"(?<![\w.:])/(work|root|tmp/w|Users|home/\w+)/\w+|\b[A-Z]:\\Users\\")]
    private static partial Regex MachinePath();
}
