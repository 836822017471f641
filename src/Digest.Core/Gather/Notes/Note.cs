using Digest.Markup;
using Digest.Model;

namespace Digest.Gather.Notes;

/// <summary>
/// Reads a Markdown file as an item, with front matter as found in the wild or none at all (sources.md §3.2).
/// </summary>
internal static class Note
{
    private static readonly string[] AddressKeys = ["link", "url", "permalink"];

    /// <param name="path">The path inside the folder, with slashes: the note's identity.</param>
    /// <param name="text">The whole file.</param>
    /// <param name="newsletter">Whose zone holds for dates that name none.</param>
    /// <param name="source">Whose tags and language are added.</param>
    /// <param name="warnings">Takes what could not be read.</param>
    /// <returns>Null for a draft.</returns>
    public static GatheredItem? Read(
        string path, string text, Newsletter newsletter, SourceDefinition source, List<string> warnings)
    {
        var (matter, start, problems) = FrontMatterReader.Read(text);
        warnings.AddRange(problems.Select(problem => $"{path}: {problem}"));
        if (IsDraft(matter))
            return null;

        var whole = LiquidTags.Strip(text[start..].ReplaceLineEndings("\n"));
        var (title, untitled) = MarkdownTitle.Take(matter, whole, path);
        var (published, body) = MarkdownDate.Take(matter, untitled, path, newsletter.Zone);
        return new GatheredItem
        {
            ExternalId = path,
            Title = title,
            Url = AddressOf(matter),
            Body = body,
            Author = matter["author"] is { } author ? PlainLine.Of(author) : null,
            Language = LanguageTag.FirstOf(StatedLanguages(matter, path, source)) ?? LanguageTag.Guess(body),
            Tags = ItemTags.Union(
                matter.All("tags"), matter.All("categories"), matter.All("category"), source.Tags),
            Published = published,
        };
    }

    private static string?[] StatedLanguages(FrontMatter matter, string path, SourceDefinition source) =>
        [matter["lang"], matter["language"], MarkdownName.Of(path).Language, source.Language];

    private static bool IsDraft(FrontMatter matter) =>
        string.Equals(matter["draft"], "true", StringComparison.OrdinalIgnoreCase)
        || string.Equals(matter["published"], "false", StringComparison.OrdinalIgnoreCase);

    /// <summary>A permalink is often a path of the note's own site; only a whole web address leads somewhere.</summary>
    private static string? AddressOf(FrontMatter matter)
    {
        foreach (var key in AddressKeys)
        {
            if (Uri.TryCreate(matter[key], UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
                return uri.AbsoluteUri;
        }

        return null;
    }
}
