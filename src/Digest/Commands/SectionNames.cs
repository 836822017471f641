using Digest.Model;
using Digest.Newsletters;

namespace Digest.Commands;

/// <summary>Finds a section by what an editor calls it.</summary>
internal static class SectionNames
{
    /// <summary>The title of the section with this id or title.</summary>
    /// <exception cref="DigestException">There is none, and it is not that of the rest either.</exception>
    public static string TitleOf(Newsletter newsletter, string name)
    {
        var sections = All(newsletter.Sections).ToList();
        var found = sections.Find(section => section.Id == name) ?? sections.Find(section => section.Title == name);
        if (found is not null)
            return found.Title;

        var ids = sections.Select(section => section.Id).ToList();
        return NearWord.Suggest(name, ids) is { Length: > 0 } near
            ? throw new DigestException($"--section: '{name}' is no section{near}") { ExitCode = ExitCodes.Usage }
            : name;
    }

    private static IEnumerable<SectionDefinition> All(IReadOnlyList<SectionDefinition> sections) =>
        sections.SelectMany(section => All(section.Sections).Prepend(section));
}
