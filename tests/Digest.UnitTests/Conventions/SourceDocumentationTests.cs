using System.Text.RegularExpressions;
using Digest.Gather;
using Digest.Model;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Digest.UnitTests.Conventions;

/// <summary>What a source may say in <c>newsletter.yml</c> and what docs/sources.md tells of it are the same.</summary>
public sealed partial class SourceDocumentationTests
{
    private static readonly IReadOnlyList<SourceKind> Kinds =
    [
        .. new ServiceCollection().AddGather()
            .Select(service => service.ImplementationInstance).OfType<SourceKind>(),
    ];

    private static readonly Dictionary<string, string> Chapters = Chapter()
        .Split(SourceFile.Read("docs/sources.md").Text)
        .Skip(1)
        .ToDictionary(chapter => chapter.Split('\n')[0].Trim());

    [Fact]
    public void Every_type_has_a_chapter_and_every_chapter_is_a_type() =>
        Assert.Equal(Kinds.Select(kind => kind.Type).Order(), Chapters.Keys.Order());

    [Fact]
    public void Every_key_of_a_type_stands_in_the_table_of_its_chapter() => Findings.MustBeNone(
        from kind in Kinds
        from setting in kind.Settings
        where !Keys(kind.Type).Contains(setting.Name)
        select $"{kind.Type}: {setting.Name}");

    [Fact]
    public void Every_key_in_a_table_is_one_of_the_type() => Findings.MustBeNone(
        from kind in Kinds
        from key in Keys(kind.Type)
        where kind.Settings.All(setting => setting.Name != key)
        select $"{kind.Type}: {key}");

    [Fact]
    public void Every_required_key_is_called_so() => Findings.MustBeNone(
        from kind in Kinds
        from setting in kind.Settings
        let row = Rows(kind.Type).FirstOrDefault(row => row.StartsWith($"| `{setting.Name}`", StringComparison.Ordinal))
        where setting.IsRequired && row?.Contains("required", StringComparison.Ordinal) != true
        select $"{kind.Type}: {setting.Name}");

    [Fact]
    public void The_readme_names_every_type()
    {
        var readme = SourceFile.Read("README.md").Text;
        Findings.MustBeNone(
            Kinds.Select(kind => kind.Type).Where(type => !readme.Contains($"`{type}`", StringComparison.Ordinal)));
    }

    /// <summary>A row begins with its key, or with several.</summary>
    private static IEnumerable<string> Keys(string type) =>
        Rows(type).SelectMany(row => Key().Matches(row.Split('|')[1])).Select(match => match.Groups[1].Value);

    private static IEnumerable<string> Rows(string type) =>
        Chapters[type].Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal));

    [GeneratedRegex("^## ", RegexOptions.Multiline)]
    private static partial Regex Chapter();

    [GeneratedRegex("`([a-z_]+)`")]
    private static partial Regex Key();
}
