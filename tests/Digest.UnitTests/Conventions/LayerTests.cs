using System.Text.RegularExpressions;
using System.Xml.Linq;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Conventions;

/// <summary>Who may use whom (docs/architecture.md): the projects, and the folders inside Core.</summary>
public sealed partial class LayerTests
{
    // Folders that every stage may use. Everything else in Core is a stage, Newsletters or Run.
    private static readonly string[] Foundations = ["Model", "Markup", "Files", "Templating"];

    private static readonly Dictionary<string, string[]> Core = new(StringComparer.Ordinal)
    {
        ["Model"] = [],
        ["Files"] = [],
        ["Markup"] = ["Model", "Files"],
        ["Templating"] = ["Model", "Markup", "Files"],
        ["Newsletters"] = ["Model", "Markup", "Files"],
        ["Gather"] = Foundations,
        ["Compose"] = Foundations,
        ["Lint"] = Foundations,
        ["Render"] = Foundations,
        ["Publish"] = Foundations,
        ["Deliver"] = Foundations,
        ["Subscribers"] = Foundations,
    };

    // Writing, sending, signing and reading stand beside each other on MIME; only a plan signs what it writes.
    // Bounces take the status codes from SMTP, which servers and reports have in common.
    private static readonly Dictionary<string, string[]> Mail = new(StringComparer.Ordinal)
    {
        ["Mime"] = [],
        ["Smtp"] = ["Mime"],
        ["Dkim"] = ["Mime"],
        ["Plans"] = ["Mime", "Dkim"],
        ["Bounces"] = ["Mime", "Smtp"],
        ["Dns"] = [],
        ["Spf"] = ["Dns"],
        ["Dmarc"] = ["Dns", "Mime"],
    };

    // What connectors have in common; a folder of Gather that is not named here is a connector.
    private static readonly string[] Shared = ["Answers", "Forges", "Json", "Listings", "Mails", "Web"];

    // A program prints a feed, and its content goes the way of any other feed.
    private static readonly (string Connector, string Other)[] Sharing = [("Command", "Feed")];

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
    public void Stage_uses_the_foundations_and_itself_and_never_another_stage() => Findings.MustBeNone(
        Forbidden(Core, "src/Digest.Core/", "Digest")
            .Where(use => !IsBelow(use.Namespace, "Digest.Mail") && !IsBelow(use.Namespace, "Digest.Feeds"))
            .Select(use => use.ToString()));

    [Fact]
    public void Connector_uses_what_is_shared_and_never_another_connector()
    {
        const string gather = "src/Digest.Core/Gather/";
        var folders = FoldersBelow(gather).Where(name => !name.EndsWith(".cs", StringComparison.Ordinal)).ToList();
        Assert.Empty(Shared.Except(folders));

        Findings.MustBeNone(
            from folder in folders
            from use in UsesBelow($"{gather}{folder}/")
            from other in folders.Except(Shared)
            where other != folder && IsBelow(use.Namespace, $"Digest.Gather.{other}")
                && !Sharing.Contains((folder, other))
            select use.ToString());
    }

    [Fact]
    public void Part_of_mail_uses_only_the_parts_below_it() =>
        Findings.MustBeNone(Forbidden(Mail, "src/Digest.Mail/", "Digest.Mail").Select(use => use.ToString()));

    [Fact]
    public void Every_folder_has_its_rule() => Findings.MustBeNone(
        FoldersBelow("src/Digest.Core/").Except([.. Core.Keys, "Run"])
            .Concat(FoldersBelow("src/Digest.Mail/").Except(Mail.Keys)));

    private static IEnumerable<Use> Forbidden(Dictionary<string, string[]> rules, string path, string root) =>
        rules.SelectMany(rule => UsesBelow($"{path}{rule.Key}/")
            .Where(use => !rule.Value.Append(rule.Key).Any(folder => IsBelow(use.Namespace, $"{root}.{folder}"))));

    private static IEnumerable<string> FoldersBelow(string path) => SourceFile.Program
        .Where(file => file.Path.StartsWith(path, StringComparison.Ordinal))
        .Select(file => file.Path[path.Length..].Split('/')[0])
        .Distinct();

    private static IEnumerable<string> ReferencesOf(string project)
    {
        using var file = File.OpenRead(Path.Combine(Corpus.Root, "src", project, $"{project}.csproj"));
        return [.. XElement.Load(file).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value))];
    }

    private static IEnumerable<Use> UsesBelow(string folder) => SourceFile.Program
        .Where(file => file.Path.StartsWith(folder, StringComparison.Ordinal))
        .SelectMany(file => Using().Matches(file.Text).Select(match => new Use(file.Path, match.Groups[1].Value)));

    private static bool IsBelow(string name, string root) =>
        name == root || name.StartsWith($"{root}.", StringComparison.Ordinal);

    [GeneratedRegex(@"^\s*(?:global )?using (?:static )?(?:\w+ = )?(Digest(?:\.\w+)+);", RegexOptions.Multiline)]
    private static partial Regex Using();

    private sealed record Use(string File, string Namespace);
}
