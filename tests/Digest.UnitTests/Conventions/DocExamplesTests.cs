using System.Text.RegularExpressions;
using Xunit;

namespace Digest.UnitTests.Conventions;

/// <summary>What the documentation shows is code that a test runs, word for word.</summary>
public sealed partial class DocExamplesTests
{
    [Fact]
    public void Every_example_of_the_mail_library_stands_in_a_test()
    {
        var tests = SourceFile.Tests
            .Where(file => file.Folder.EndsWith("/Examples", StringComparison.Ordinal))
            .Select(file => Plain(file.Text))
            .ToList();
        var examples = Example().Matches(SourceFile.Read("docs/mail.md").Text).Select(match => match.Groups[1].Value);

        Assert.NotEmpty(examples);
        Findings.MustBeNone(examples.Where(example =>
            !tests.Any(test => test.Contains(Plain(example), StringComparison.Ordinal))));
    }

    /// <summary>Indentation is the test's own.</summary>
    private static string Plain(string code) => string.Join('\n', code.Trim().Split('\n').Select(line => line.Trim()));

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
