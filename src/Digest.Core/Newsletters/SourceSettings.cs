using Digest.Model;
using YamlDotNet.RepresentationModel;

namespace Digest.Newsletters;

/// <summary>Reads <c>sources</c>: where items come from.</summary>
internal sealed class SourceSettings(string folder, IReadOnlyList<SourceKind> kinds, SettingsErrors errors)
{
    /// <summary>What every source may say, whatever its kind.</summary>
    public static readonly string[] Keys = ["id", "type", "url", "path", "language", "tags", "wait"];

    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    /// <summary>Every id that was read, those of wrong sources too.</summary>
    public IReadOnlyList<string> Ids => [.. _lines.Keys];

    public IReadOnlyList<SourceDefinition> Read(SettingsMap top)
    {
        var sources = new List<SourceDefinition>();
        foreach (var map in top.Maps("sources", Keys, KnownKeys))
        {
            var id = map.RequiredText("id", "planet");
            if (id is not null && !_lines.TryAdd(id.Text, id.Line))
                errors.Add(id, $"'{id.Text}' is that of line {_lines[id.Text]} already; give this source another");

            if (Read(map, TextRules.Id(id, errors)) is { } source)
                sources.Add(source);
        }

        return sources;
    }

    /// <summary>Reads every key, whatever is wrong with another: all faults are told at once.</summary>
    private SourceDefinition? Read(SettingsMap map, string? id)
    {
        var kind = KindOf(map);
        var (address, place) = PlaceOf(map, kind);
        var source = new SourceDefinition
        {
            Id = id ?? "",
            Type = kind?.Type ?? "",
            Url = address,
            Path = place,
            Language = TextRules.Language(map.Text("language"), errors),
            Tags = [.. map.Texts("tags").Select(tag => TextRules.Line(tag, errors)).OfType<string>()],
            Wait = TextRules.Checked(map.Text("wait"), WaitFault, errors),
            Settings = kind is null ? SourceSettingValues.None : Values(map, kind),
        };
        return id is null || kind is null || (NeedsPlace(kind) && address is null && place is null) ? null : source;
    }

    private SourceKind? KindOf(SettingsMap map)
    {
        var type = TextRules.Checked(map.RequiredText("type", "feed"), TypeFault, errors);
        return kinds.FirstOrDefault(kind => kind.Type == type);
    }

    /// <summary>Whether it is there is seen when it is read: a missing folder fails one source, not all.</summary>
    private (Uri? Url, string? Path) PlaceOf(SettingsMap map, SourceKind? kind)
    {
        var (url, path) = (map.Text("url"), map.Text("path"));
        if (kind is not null)
            CheckPlace(map, kind, url, path);

        return (Address(url), path is null ? null : FolderPlace.Resolve(folder, path, errors));
    }

    private IReadOnlyList<string> KnownKeys(YamlMappingNode node)
    {
        node.Children.TryGetValue(new YamlScalarNode("type"), out var value);
        var type = (value as YamlScalarNode)?.Value;
        var own = kinds.FirstOrDefault(kind => kind.Type == type)?.Settings ?? [];
        return [.. Keys, .. own.Select(setting => setting.Name)];
    }

    private SourceSettingValues Values(SettingsMap map, SourceKind kind)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var setting in kind.Settings)
        {
            if (setting.IsRequired)
                map.RequireKey(setting.Name, setting.Example);

            var texts = setting.IsList ? map.Texts(setting.Name) : map.Text(setting.Name) is { } one ? [one] : [];
            var good = texts.Select(text => TextRules.Checked(text, setting.Check, errors)).OfType<string>().ToList();
            if (good.Count > 0)
                values[setting.Name] = good;
        }

        return new SourceSettingValues(values);
    }

    private string? TypeFault(string type)
    {
        var known = kinds.Select(kind => kind.Type).Order(StringComparer.Ordinal).ToList();
        return known.Contains(type)
            ? null
            : $"'{type}' is no kind of source; known are {string.Join(", ", known)}{NearWord.Suggest(type, known)}";
    }

    private static string? WaitFault(string wait) =>
        wait is "host" or "source" || (wait.Contains('.') && Uri.CheckHostName(wait) == UriHostNameType.Dns)
            ? null
            : $"'{wait}' is not whom a server's wish to wait holds for; write host, source, or a domain such as "
                + "blogs.example.org";

    private void CheckPlace(SettingsMap map, SourceKind kind, SettingsText? url, SettingsText? path)
    {
        if (url is not null && path is not null)
            errors.Add(path, "stands beside a url; keep one of the two");
        else if (url is not null && kind.Place is SourcePlace.Path or SourcePlace.None)
            errors.Add(url, $"{kind.Type} is not read from a web address; write '{kind.Example}'");
        else if (path is not null && kind.Place is SourcePlace.Url or SourcePlace.None or SourcePlace.OptionalUrl)
            errors.Add(path, $"{kind.Type} is not read from a path; write '{kind.Example}'");
        else if (url is null && path is null && NeedsPlace(kind))
        {
            var key = kind.Place == SourcePlace.Url ? "url" : "path";
            errors.Add(map.Line, map.KeyOf(key), $"is missing; write '{kind.Example}'");
        }
    }

    private static bool NeedsPlace(SourceKind kind) =>
        kind.Place is not (SourcePlace.None or SourcePlace.OptionalUrl);

    private Uri? Address(SettingsText? url)
    {
        if (url is null)
            return null;
        if (Uri.TryCreate(url.Text, UriKind.Absolute, out var address) && address.Host.Length > 0
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp))
        {
            return address;
        }

        errors.Add(url, $"'{url.Text}' is no web address; write https://host/path");
        return null;
    }
}
