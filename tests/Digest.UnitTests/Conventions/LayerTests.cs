using System.Text.RegularExpressions;
using System.Xml.Linq;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Conventions;

/// <summary>Who may use whom (docs/architecture.md): the projects, and the folders inside Core.</summary>
public sealed partial class LayerTests
{
    private const string Core = "src/Digest.Core/";

    // Folders that every stage may use. Everything else in Core is a stage, Newsletters or Run.
    private static readonly string[] Foundations = ["Model", "Markup", "Files", "Templating"];

    private static readonly Dictionary<string, string[]> Folders = new(StringComparer.Ordinal)
    {
        ["Model"] = [],
        ["Files"] = [],
        ["Markup"] = ["Model", "Files"],
        ["Templating"] = ["Model", "Markup", "Files"],
        ["Newsletters"] = ["Model", "Markup", "Files"],
        ["Gather"] = Foundations,
        ["Compose"] = Foundations,
        ["Render"] = Foundations,
        ["Publish"] = Foundations,
        ["Deliver"] = Foundations,
        ["Subscribers"] = Foundations,
    };

    [Theory]
    [InlineData("Digest.Mail", "")]
    [InlineData("Digest.Feeds", "")]
    [InlineData("Digest.Core", "Digest.Feeds Digest.Mail")]
    [InlineData("Digest.Storage", "Digest.Core")]
    [InlineData("Digest.Web", "Digest.Core")]
    public void Project_references_only_what_lies_below_it(string project, string below) =>
        Assert.Equal(below, string.Join(' ', ReferencesOf(project).Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData("Digest.Mail")]
    [InlineData("Digest.Feeds")]
    public void Mail_and_feeds_know_nothing_of_newsletters(string project)
    {
        var others = UsesBelow($"src/{project}/")
            .Where(use => !IsBelow(use.Namespace, project));

        Findings.MustBeNone(others.Select(use => use.ToString()));
    }

    [Fact]
    public void Stage_uses_the_foundations_and_itself_and_never_another_stage()
    {
        var forbidden = Folders.SelectMany(folder => UsesBelow($"{Core}{folder.Key}/")
            .Where(use => !IsAllowed(use.Namespace, [folder.Key, .. folder.Value])));

        Findings.MustBeNone(forbidden.Select(use => use.ToString()));
    }

    [Fact]
    public void Every_folder_of_the_core_has_its_rule()
    {
        var folders = SourceFile.Program
            .Where(file => file.Path.StartsWith(Core, StringComparison.Ordinal))
            .Select(file => file.Path[Core.Length..].Split('/')[0])
            .Distinct();

        Findings.MustBeNone(folders.Except([.. Folders.Keys, "Run"]));
    }

    private static IEnumerable<string> ReferencesOf(string project)
    {
        using var file = File.OpenRead(Path.Combine(Corpus.Root, "src", project, $"{project}.csproj"));
        return [.. XElement.Load(file).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value))];
    }

    private static IEnumerable<Use> UsesBelow(string folder) => SourceFile.Program
        .Where(file => file.Path.StartsWith(folder, StringComparison.Ordinal))
        .SelectMany(file => Using().Matches(file.Text).Select(match => new Use(file.Path, match.Groups[1].Value)));

    private static bool IsAllowed(string name, IEnumerable<string> folders) => folders
        .Select(folder => $"Digest.{folder}").Concat(["Digest.Mail", "Digest.Feeds"])
        .Any(allowed => IsBelow(name, allowed));

    private static bool IsBelow(string name, string root) =>
        name == root || name.StartsWith($"{root}.", StringComparison.Ordinal);

    [GeneratedRegex(@"^\s*(?:global )?using (?:static )?(?:\w+ = )?(Digest(?:\.\w+)+);", RegexOptions.Multiline)]
    private static partial Regex Using();

    private sealed record Use(string File, string Namespace);
}
