using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Digest.Newsletters;

/// <summary>The keys and values of one mapping. Whatever is not as it should be is added to the errors.</summary>
internal sealed class SettingsMap
{
    private readonly string _path;
    private readonly SettingsErrors _errors;
    private readonly Dictionary<string, (YamlNode Value, int Line)> _values = [];

    /// <param name="path">The keys that lead here; empty for the top.</param>
    /// <param name="known">The keys it may have; any other is an error.</param>
    public SettingsMap(YamlMappingNode node, string path, SettingsErrors errors, IReadOnlyList<string> known)
    {
        _path = path;
        _errors = errors;
        Line = Math.Max(1, (int)node.Start.Line);
        foreach (var (key, value) in node.Children)
        {
            var line = (int)key.Start.Line;
            if (key is not YamlScalarNode { Value: { } name })
                errors.Add(line, path.Length == 0 ? "file" : path, "has a key that is no word");
            else if (known.Contains(name))
                _values[name] = (value, line);
            else
                errors.Add(line, KeyOf(name), Unknown(name, known));
        }
    }

    public int Line { get; }

    public string KeyOf(string name) => _path.Length == 0 ? name : $"{_path}.{name}";

    /// <summary>The text of a key, or null if it is not there.</summary>
    public SettingsText? Text(string name)
    {
        if (!_values.TryGetValue(name, out var found))
            return null;

        return Scalar(found.Value, found.Line, KeyOf(name));
    }

    /// <summary>The text of a key that has to be there; null with an error if it is not.</summary>
    /// <param name="example">A value that would be right.</param>
    public SettingsText? RequiredText(string name, string example)
    {
        RequireKey(name, example);
        return Text(name);
    }

    /// <summary>Adds an error if a key is not there.</summary>
    /// <param name="example">A value that would be right.</param>
    public void RequireKey(string name, string example)
    {
        if (!_values.ContainsKey(name))
            _errors.Add(Line, KeyOf(name), $"is missing; write for example '{name}: {example}'");
    }

    /// <summary>The texts of a list; one text alone counts as a list of one.</summary>
    public IReadOnlyList<SettingsText> Texts(string name)
    {
        if (!_values.TryGetValue(name, out var found))
            return [];
        if (found.Value is not YamlSequenceNode list)
            return Scalar(found.Value, found.Line, KeyOf(name)) is { } one ? [one] : [];

        return [.. list
            .Select((node, i) => Scalar(node, (int)node.Start.Line, $"{KeyOf(name)}[{i}]"))
            .OfType<SettingsText>()];
    }

    /// <summary>The mapping of a key, or null if it is not there.</summary>
    public SettingsMap? Map(string name, IReadOnlyList<string> known)
    {
        if (!_values.TryGetValue(name, out var found))
            return null;

        return Inner(found.Value, found.Line, KeyOf(name), known);
    }

    /// <summary>The mapping of a key that has to be there; null with an error if it is not.</summary>
    public SettingsMap? RequiredMap(string name, IReadOnlyList<string> known)
    {
        if (!_values.ContainsKey(name))
            _errors.Add(Line, KeyOf(name), $"is missing; write '{name}: {Form(known)}'");

        return Map(name, known);
    }

    /// <summary>The mappings of a list; empty if it is not there.</summary>
    public IReadOnlyList<SettingsMap> Maps(string name, IReadOnlyList<string> known) => Maps(name, known, _ => known);

    /// <summary>The mappings of a list whose keys depend on what each holds; empty if it is not there.</summary>
    /// <param name="usual">The keys that every one has, for messages.</param>
    /// <param name="known">The keys that a mapping may have.</param>
    public IReadOnlyList<SettingsMap> Maps(
        string name, IReadOnlyList<string> usual, Func<YamlMappingNode, IReadOnlyList<string>> known)
    {
        if (!_values.TryGetValue(name, out var found) || IsNothing(found.Value))
            return [];
        if (found.Value is not YamlSequenceNode list)
        {
            _errors.Add(found.Line, KeyOf(name), $"is no list; write '- {Form(usual)}' lines below it");
            return [];
        }

        return [.. list
            .Select((node, i) => Inner(
                node, (int)node.Start.Line, $"{KeyOf(name)}[{i}]", node is YamlMappingNode map ? known(map) : usual))
            .OfType<SettingsMap>()];
    }

    private SettingsText? Scalar(YamlNode node, int line, string key)
    {
        if (IsNothing(node))
            _errors.Add(line, key, "is empty; write a value or remove the line");
        else if (node is YamlScalarNode { Value: { } text })
            return new SettingsText(text.Trim(), (int)node.Start.Line, key);
        else
            _errors.Add(line, key, "is no text; write one value");

        return null;
    }

    private SettingsMap? Inner(YamlNode node, int line, string key, IReadOnlyList<string> known)
    {
        if (node is YamlMappingNode map)
            return new SettingsMap(map, key, _errors, known);

        _errors.Add(line, key, $"is no group of settings; write {Form(known)}");
        return null;
    }

    private static string Form(IReadOnlyList<string> known) =>
        $"{{ {string.Join(", ", known.Select(name => $"{name}: …"))} }}";

    private static bool IsNothing(YamlNode node) => node is YamlScalarNode scalar
        && (string.IsNullOrWhiteSpace(scalar.Value)
            || (scalar.Style == ScalarStyle.Plain && scalar.Value is "~" or "null" or "Null" or "NULL"));

    private static string Unknown(string name, IReadOnlyList<string> known)
    {
        var near = NearWord.Suggest(name.Length <= 60 ? name : name[..60], known);
        return near.Length > 0 ? $"is no setting{near}" : $"is no setting; known are {string.Join(", ", known)}";
    }
}
