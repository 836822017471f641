using System.Reflection;
using System.Text.RegularExpressions;
using Digest.Model;
using Digest.Storage;
using Xunit;

namespace Digest.UnitTests.Conventions;

/// <summary>A setting that nobody can read about does not exist.</summary>
public sealed class OptionsTests
{
    private static readonly Assembly[] Assemblies =
        [typeof(Issue).Assembly, typeof(StorageOptions).Assembly, Assembly.Load("Digest.Web"), Assembly.Load("digest")];

    private static readonly Type[] Types =
        [.. Assemblies.SelectMany(assembly => assembly.GetTypes()).Where(IsOptions)];

    [Fact]
    public void Options_are_sealed() => Assert.All(Types, type => Assert.True(type.IsSealed, type.Name));

    [Fact]
    public void Every_setting_has_a_comment_that_says_what_it_does() => Findings.MustBeNone(
        from type in Types
        from property in Settings(type)
        where !Types.Contains(property.PropertyType) && !IsCommented(type, property)
        select $"{type.Name}.{property.Name}");

    [Fact]
    public void Every_setting_stands_in_the_documentation()
    {
        var documentation = SourceFile.Read("docs/configuration.md").Text;
        Findings.MustBeNone(Types.Where(type => SectionOf(type) is not null)
            .SelectMany(type => Keys(SectionOf(type)!, type))
            .Where(key => !documentation.Contains($"`{key}`", StringComparison.Ordinal)));
    }

    private static bool IsOptions(Type type) =>
        type is { IsClass: true, IsNested: false } && type.Name.EndsWith("Options", StringComparison.Ordinal)
        && Settings(type).Any();

    private static IEnumerable<PropertyInfo> Settings(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.SetMethod is { IsPublic: true });

    private static bool IsCommented(Type type, PropertyInfo property)
    {
        var file = SourceFile.Program.Single(file => file.Path.EndsWith($"/{type.Name}.cs", StringComparison.Ordinal));
        var declaration = $@"///[^\n]*\n(\s*\[[^\n]*\n)*\s*public [^\n=(]* {property.Name} \{{";
        return Regex.IsMatch(file.Text, declaration, RegexOptions.None, TimeSpan.FromSeconds(10));
    }

    private static string? SectionOf(Type type) => type.GetField("Section")?.GetRawConstantValue() as string;

    private static IEnumerable<string> Keys(string prefix, Type type) => Settings(type).SelectMany(property =>
        Types.Contains(property.PropertyType)
            ? Keys($"{prefix}:{property.Name}", property.PropertyType)
            : [$"{prefix}:{property.Name}"]);
}
