using System.Text.RegularExpressions;
using Digest.Model;

namespace Digest.Newsletters;

/// <summary>Reads <c>match</c>: the rule that sends items into a section.</summary>
internal sealed class SectionMatchSettings(IReadOnlyList<string> sourceIds, SettingsErrors errors)
{
    private const int LongestPattern = 500;

    // Only for patterns with look-around or back-references; the others are matched in linear time.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private static readonly string[] Keys = ["sources", "tags", "hosts", "title"];

    public SectionMatch? Read(SettingsMap section)
    {
        if (section.Map("match", Keys) is not { } map)
            return null;

        var faults = errors.Count;
        var match = new SectionMatch
        {
            Sources = [.. map.Texts("sources").Select(Source).OfType<string>()],
            Tags = [.. map.Texts("tags").Select(tag => TextRules.Line(tag, errors)).OfType<string>()],
            Hosts = [.. map.Texts("hosts").Select(Host).OfType<string>()],
            Title = Pattern(map.Text("title")),
        };
        if (faults == errors.Count && match is { Sources: [], Tags: [], Hosts: [], Title: null })
            errors.Add(map.Line, section.KeyOf("match"), "matches nothing; write sources, tags, hosts or title");

        return match;
    }

    private string? Source(SettingsText value) => TextRules.Checked(value, SourceFault, errors);

    private string? SourceFault(string id)
    {
        if (sourceIds.Contains(id))
            return null;

        var near = NearWord.Suggest(id, sourceIds);
        var known = sourceIds.Count == 0 ? "; add it to sources" : $"; there are {string.Join(", ", sourceIds)}";
        return $"'{id}' is no source of this file{(near.Length > 0 ? near : known)}";
    }

    private string? Host(SettingsText host)
    {
        var name = host.Text.ToLowerInvariant();
        if (Uri.CheckHostName(name) is UriHostNameType.Dns or UriHostNameType.IPv4)
            return name;

        var right = Uri.TryCreate(name, UriKind.Absolute, out var address) && address.Host.Length > 0
            ? address.Host
            : "a host name such as wiki.example.org";
        errors.Add(host, $"'{host.Text}' is no host name; write {right}");
        return null;
    }

    private Regex? Pattern(SettingsText? pattern)
    {
        if (pattern is null)
            return null;

        const RegexOptions options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
        try
        {
            return pattern.Text.Length <= LongestPattern
                ? new Regex(pattern.Text, options | RegexOptions.NonBacktracking, Patience)
                : throw new ArgumentException($"it is longer than {LongestPattern} characters");
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern.Text, options, Patience);
        }
        catch (ArgumentException error)
        {
            var reason = error.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
            errors.Add(pattern, $"is no pattern: {reason}; write a regular expression such as \\[nova\\]");
            return null;
        }
    }
}
