using System.Text.RegularExpressions;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Newsletters;

/// <summary>Sources of review servers and Launchpad, as <c>newsletter.yml</c> names them.</summary>
public sealed partial class ReviewSourceSettingsTests : IDisposable
{
    private const string Head = "title: T\nlanguage: en\nfrom: { address: weekly@example.org }\n";
    private const string Launchpad = "id: p, url: https://api.launchpad.net/devel/, project: keel";

    private readonly CatalogFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData("gerrit")]
    [InlineData("launchpad-bugs")]
    [InlineData("launchpad-blueprints")]
    [InlineData("launchpad-milestones")]
    public void Example_of_the_documentation_is_right(string type)
    {
        var section = File.ReadAllText(Path.Combine(Corpus.Root, "docs", "sources.md")).Split($"\n## {type}\n")[1];
        var example = Example().Match(section).Groups[1].Value;

        Assert.Contains($"type: {type}\n", example);
        Assert.Empty(_fixture.Errors(Head + example));
    }

    [Theory]
    [InlineData("{ id: p, type: gerrit, url: https://review.example, projects: [\"a b\"] }", "'a b' is no name")]
    [InlineData("{ id: p, type: gerrit, url: https://review.example, status: closed }", "known are merged, open")]
    [InlineData("{ id: p, type: gerrit, url: https://review.example, project: a }", "did you mean 'projects'?")]
    [InlineData("{ id: p, type: gerrit, url: https://review.example, token_env: a-b }", "is no name of an environment")]
    [InlineData("{ id: p, type: gerrit, path: x }", "url: https://review.example.org/")]
    [InlineData("{ id: p, type: launchpad-bugs, url: https://api.launchpad.net/ }", "project: is missing")]
    [InlineData("{ " + Launchpad + ", type: launchpad-bugs, statuses: [Fixed] }", "'Fixed' is unknown; known are New,")]
    [InlineData("{ " + Launchpad + ", type: launchpad-blueprints, tell: all }", "known are new, definition,")]
    [InlineData("{ " + Launchpad + ", type: launchpad-milestones, tell: plan }", "known are released, planned, moved")]
    public void Wrong_source_is_told_with_what_would_be_right(string source, string error) => Assert.Contains(
        _fixture.Errors($"{Head}sources:\n  - {source}\n"),
        line => line.StartsWith("5: sources[0]", StringComparison.Ordinal)
            && line.Contains(error, StringComparison.Ordinal));

    [Theory]
    [InlineData("ghp_16C7e42F292c6912E7")]
    [InlineData("glpat-16C7e42F292c6912E7")]
    public void Token_written_in_place_of_its_variable_is_refused_and_not_shown(string token)
    {
        var error = Assert.Single(_fixture.Errors(
            $"{Head}sources:\n  - {{ id: p, type: gerrit, url: https://review.example, token_env: {token} }}\n"));

        Assert.Contains("never the token itself", error);
        Assert.DoesNotContain(token, error);
    }

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
