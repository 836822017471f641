using System.Text.RegularExpressions;
using Digest.Gather;
using Digest.Model;
using Digest.Newsletters;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Digest.UnitTests.Conventions;

/// <summary>An example that a message tells somebody to write must be right, for every kind of source.</summary>
public sealed partial class SourceKindTests
{
    private static readonly SourceKind[] Kinds =
    [
        .. new ServiceCollection().AddGather()
            .Select(service => service.ImplementationInstance).OfType<SourceKind>(),
    ];

    [Fact]
    public void Types_and_keys_are_words_in_lower_case() => Findings.MustBeNone(
        from kind in Kinds
        from name in kind.Settings.Select(setting => setting.Name).Prepend(kind.Type.Replace('-', '_'))
        where !Word().IsMatch(name)
        select $"{kind.Type}: {name}");

    [Fact]
    public void Key_is_declared_once_and_is_none_that_every_source_has() => Findings.MustBeNone(
        from kind in Kinds
        from names in kind.Settings.Select(setting => setting.Name).Concat(SourceSettings.Keys).GroupBy(name => name)
        where names.Count() > 1
        select $"{kind.Type}: {names.Key}");

    [Fact]
    public void Example_of_every_key_passes_its_own_check() => Findings.MustBeNone(
        from kind in Kinds
        from setting in kind.Settings
        from value in Values(setting.Example)
        where setting.Check(value) is not null
        select $"{kind.Type}: {setting.Name}: {value}: {setting.Check(value)}");

    [Fact]
    public void Example_of_a_place_is_one_that_the_kind_can_have() => Findings.MustBeNone(
        from kind in Kinds
        let key = kind.Example.Split(':')[0]
        where !KeysOf(kind).Contains(key)
        select $"{kind.Type}: {kind.Example}");

    private static IEnumerable<string> KeysOf(SourceKind kind) => kind.Place switch
    {
        SourcePlace.Url or SourcePlace.OptionalUrl => ["url"],
        SourcePlace.Path => ["path"],
        SourcePlace.UrlOrPath => ["url", "path"],
        _ => kind.Settings.Select(setting => setting.Name),
    };

    /// <summary>As newsletter.yml would be read with it.</summary>
    private static IEnumerable<string> Values(string example)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader($"key: {example}"));
        var value = ((YamlMappingNode)yaml.Documents[0].RootNode).Children.Single().Value;
        return value is YamlSequenceNode list
            ? list.Children.Select(one => ((YamlScalarNode)one).Value ?? "")
            : [((YamlScalarNode)value).Value ?? ""];
    }

    [GeneratedRegex("^[a-z]+(?:_[a-z]+)*$")]
    private static partial Regex Word();
}
