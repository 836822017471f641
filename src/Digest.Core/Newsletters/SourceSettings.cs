using Digest.Model;

namespace Digest.Newsletters;

/// <summary>Reads <c>sources</c>: where items come from.</summary>
internal sealed class SourceSettings(string folder, SettingsErrors errors)
{
    private static readonly string[] Keys = ["id", "type", "url", "path", "language", "tags"];

    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    /// <summary>Every id that was read, those of wrong sources too.</summary>
    public IReadOnlyList<string> Ids => [.. _lines.Keys];

    public IReadOnlyList<SourceDefinition> Read(SettingsMap top)
    {
        var sources = new List<SourceDefinition>();
        foreach (var map in top.Maps("sources", Keys))
        {
            var id = map.RequiredText("id", "planet");
            if (id is not null && !_lines.TryAdd(id.Text, id.Line))
                errors.Add(id, $"'{id.Text}' is that of line {_lines[id.Text]} already; give this source another");

            if (Read(map, TextRules.Id(id, errors)) is { } source)
                sources.Add(source);
        }

        return sources;
    }

    private SourceDefinition? Read(SettingsMap map, string? id)
    {
        var type = TextRules.Checked(map.RequiredText("type", SourceTypes.Feed), TypeFault, errors);
        var url = map.Text("url");
        var path = map.Text("path");
        if (type is not null)
            CheckPlace(map, type, url, path);

        var address = Address(url);
        // Whether it is there is seen when it is read: a folder that is missing today fails one source, not the start.
        var place = path is null ? null : FolderPlace.Resolve(folder, path, errors);
        var language = TextRules.Language(map.Text("language"), errors);
        var tags = map.Texts("tags").Select(tag => TextRules.Line(tag, errors)).OfType<string>().ToList();
        if (id is null || type is null || (address is null && place is null))
            return null;

        return new SourceDefinition
        {
            Id = id,
            Type = type,
            Url = address,
            Path = place,
            Language = language,
            Tags = tags,
        };
    }

    private static string? TypeFault(string type) => SourceTypes.All.Contains(type)
        ? null
        : $"'{type}' is no kind of source; known are {string.Join(", ", SourceTypes.All)}"
            + NearWord.Suggest(type, SourceTypes.All);

    private void CheckPlace(SettingsMap map, string type, SettingsText? url, SettingsText? path)
    {
        if (url is not null && path is not null)
            errors.Add(path, "stands beside a url; keep one of the two");
        else if (type == SourceTypes.Markdown && url is not null)
            errors.Add(url, "markdown is read from a folder; write 'path: sources/notes'");
        else if (url is null && path is null)
            errors.Add(map.Line, map.KeyOf("path"), type == SourceTypes.Markdown
                ? "is missing; write for example 'path: sources/notes'"
                : "is missing; write 'url: https://…' or 'path: sources/feed.xml'");
    }

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
