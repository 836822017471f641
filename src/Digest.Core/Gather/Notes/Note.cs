using Digest.Markup;
using Digest.Model;

namespace Digest.Gather.Notes;

/// <summary>
/// Reads a Markdown file as an item, with front matter as found in the wild or none at all (sources.md §3.2).
/// </summary>
internal static class Note
{
    private static readonly string[] TagKeys = ["tags", "keywords", "categories", "category"];
    private static readonly string[] IdKeys = ["id", "guid", "uuid"];

    /// <param name="path">The path inside the folder, with slashes: the note's identity.</param>
    /// <param name="text">The whole file.</param>
    /// <param name="request">The source, whose tags and language are added, and its newsletter's zone.</param>
    /// <param name="warnings">Takes what could not be read.</param>
    /// <returns>Null for a draft.</returns>
    public static GatheredItem? Read(
        string path, string text, SourceRequest request, List<string> warnings)
    {
        var (source, zone) = (request.Source, request.Newsletter.Zone);
        var (matter, start, problems) = NoteHeader.Read(text);
        warnings.AddRange(problems.Select(problem => $"{path}: {problem}"));
        if (NoteState.IsHidden(matter, path, request.Now, zone))
            return null;

        var whole = LiquidTags.Strip(text[start..].ReplaceLineEndings("\n"));
        var (title, untitled) = MarkdownTitle.Take(matter, whole, path);
        var (published, body) = MarkdownDate.Take(matter, untitled, path, zone);
        var address = new NoteSite(source.Settings).AddressOf(matter, path, published);
        var author = PlainLine.Of(string.Join(", ", [.. matter.All("author"), .. matter.All("authors")]));
        return new GatheredItem
        {
            ExternalId = IdOf(matter) ?? path,
            Title = title,
            Url = address,
            Body = NoteLinks.Resolve(body, address),
            Author = author.Length > 0 ? author : null,
            Language = LanguageTag.FirstOf(StatedLanguages(matter, path, source)) ?? LanguageTag.Guess(body),
            Tags = ItemTags.Union([.. TagKeys.SelectMany(matter.All)], source.Tags),
            Published = NoteState.PublishedFrom(matter, zone) ?? published,
        };
    }

    private static string?[] StatedLanguages(FrontMatter matter, string path, SourceDefinition source) =>
        [matter["lang"], matter["language"], MarkdownName.Of(path).Language, source.Language];

    /// <summary>An id of its own lets a note be renamed and moved without becoming another.</summary>
    private static string? IdOf(FrontMatter matter) =>
        IdKeys.Select(key => PlainLine.Of(matter[key] ?? "")).FirstOrDefault(id => id.Length > 0) is { } id
            ? $"id:{id}"
            : null;
}
