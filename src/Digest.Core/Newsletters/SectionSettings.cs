using Digest.Model;

namespace Digest.Newsletters;

/// <summary>Reads <c>sections</c>: the parts of an issue and the rules that fill them.</summary>
internal sealed class SectionSettings(IReadOnlyList<string> sourceIds, SettingsErrors errors)
{
    // A top section is a heading of level 2, and Markdown has no level 7.
    private const int DeepestLevel = 5;

    private const int MostItems = 400;

    private static readonly string[] Keys = ["id", "title", "match", "most", "sections"];

    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    public IReadOnlyList<SectionDefinition> Read(SettingsMap top) => Read(top, level: 1);

    private List<SectionDefinition> Read(SettingsMap parent, int level)
    {
        var sections = new List<SectionDefinition>();
        var titles = new HashSet<string>(StringComparer.Ordinal);
        foreach (var map in parent.Maps("sections", Keys))
        {
            var title = map.RequiredText("title", "Community news");
            if (title is not null && !titles.Add(title.Text))
                errors.Add(title, $"'{title.Text}' is the title of a section beside it; drafts tell sections by title");
            if (level > DeepestLevel)
                errors.Add(map.Line, map.KeyOf("id"), $"is deeper than {DeepestLevel} levels; headings end there");

            if (Read(map, Id(map), TextRules.Line(title, errors), level) is { } section)
                sections.Add(section);
        }

        return sections;
    }

    private string? Id(SettingsMap map)
    {
        var id = map.RequiredText("id", "news");
        if (id is not null && !_lines.TryAdd(id.Text, id.Line))
            errors.Add(id, $"'{id.Text}' is that of line {_lines[id.Text]} already; give this section another");

        return TextRules.Id(id, errors);
    }

    private SectionDefinition? Read(SettingsMap map, string? id, string? title, int level)
    {
        var match = new SectionMatchSettings(sourceIds, errors).Read(map);
        var most = TextRules.Number(map.Text("most"), 1, MostItems, errors);
        var inner = Read(map, level + 1);
        return id is null || title is null
            ? null
            : new SectionDefinition { Id = id, Title = title, Match = match, Most = most, Sections = inner };
    }
}
