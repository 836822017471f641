using System.Text.RegularExpressions;
using Digest.Markup;
using Digest.Model;

namespace Digest.Gather.Notes;

/// <summary>
/// Reads what stands before a note's text: front matter between fences, or the header lines without any that Pelican
/// and MultiMarkdown have (<c>Title: …</c>, ended by a blank line). Prose may begin with a colon too, so only a header
/// that names a title counts.
/// </summary>
internal static partial class NoteHeader
{
    private const int MostLines = 60;

    public static FrontMatterResult Read(string text)
    {
        var fenced = FrontMatterReader.Read(text);
        return fenced.BodyStart > 0 ? fenced : Bare(text) ?? fenced;
    }

    private static FrontMatterResult? Bare(string text)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        var lines = new LineCursor(text);
        var last = "";
        for (var count = 0; lines.Current is { } line; lines.Advance(), count++)
        {
            var written = line.Text.TrimEnd(LineCursor.Blank).ToString();
            if (written.Trim(LineCursor.Blank.ToCharArray()).Length == 0)
                return values.ContainsKey("title") ? Result(values, line.Next) : null;
            if (count >= MostLines || !Take(written.TrimStart('\uFEFF'), values, ref last))
                return null;
        }

        return null;
    }

    /// <returns>False for a line that is no part of a header.</returns>
    private static bool Take(string line, Dictionary<string, IReadOnlyList<string>> values, ref string last)
    {
        if (line is [' ' or '\t', ..] && values.TryGetValue(last, out var begun))
        {
            // What a line is too short for goes on below it, indented.
            values[last] = [.. begun, .. ValuesOf(last, line)];
            return true;
        }

        var field = Field().Match(line);
        if (!field.Success)
            return false;

        last = field.Groups["key"].Value;
        values[last] = ValuesOf(last, field.Groups["value"].Value);
        return true;
    }

    private static FrontMatterResult Result(Dictionary<string, IReadOnlyList<string>> values, int bodyStart) => new(
        new FrontMatter
        {
            Values = values.Where(pair => pair.Value.Count > 0)
                .ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase),
        },
        bodyStart,
        []);

    private static string[] ValuesOf(string key, string value)
    {
        var separator = key.ToUpperInvariant() is "TAGS" or "KEYWORDS" or "AUTHORS" or "CATEGORIES"
            ? value.Contains(';') ? ';' : ','
            : '\n';
        return value.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    [GeneratedRegex(
        @"^(?<key>[A-Za-z][A-Za-z0-9_-]{0,39})[ \t]*:(?!//)[ \t]*(?<value>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Field();
}
