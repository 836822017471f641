using Digest.Model;

namespace Digest.Markup;

/// <summary>
/// Reads front matter as found in the wild: Jekyll's YAML (<c>category : X</c>, flow lists, unquoted colons), Hugo's
/// TOML (<c>+++</c>) and JSON, or none. Never throws: what cannot be read stays part of the text and is reported.
/// </summary>
public static class FrontMatterReader
{
    // One archive has a heading and an empty "Tags:" line before its YAML; more than a few lines are prose.
    private const int LongestPreamble = 5;

    // Whoever opens a fence and closes it a book later has drawn two lines.
    private const int LongestBlock = 64 * 1024;

    public static FrontMatterResult Read(string text)
    {
        var lines = new LineCursor(text);
        while (lines.Current is { } blank && blank.Text.Trim(LineCursor.Blank).IsEmpty)
            lines.Advance();

        if (lines.Current is not { } first)
            return None;

        if (first.Is("---"))
            return Fenced(lines, "---") ?? None;

        if (first.Is("+++"))
            return Fenced(lines, "+++") ?? None;

        if (first.Text.TrimStart(LineCursor.Blank).StartsWith('{'))
            return JsonFields.Read(text, first) ?? None;

        return AfterPreamble(lines) ?? None;
    }

    private static FrontMatterResult None => new(FrontMatter.Empty, 0, []);

    /// <summary>Null if the fence is not closed, or what it encloses reads like prose.</summary>
    private static FrontMatterResult? Fenced(LineCursor lines, string fence)
    {
        lines.Advance();
        var block = new List<TextLine>();
        while (lines.Current is { } line && !line.Is(fence) && !(fence == "---" && line.Is("...")))
        {
            block.Add(line);
            if (line.End - block[0].Start > LongestBlock)
                return null;

            lines.Advance();
        }

        if (lines.Current is not { } closing)
            return null;

        var fields = new FrontMatterFields();
        if (fence == "---")
            new YamlFields(block, fields).Read();
        else
            new TomlFields(block, fields).Read();

        var isEmpty = block.TrueForAll(line => line.Text.Trim(LineCursor.Blank).IsEmpty);
        return isEmpty || fields.LooksLikeSettings ? fields.ToResult(closing.Next) : null;
    }

    private static FrontMatterResult? AfterPreamble(LineCursor lines)
    {
        for (var count = 0; count <= LongestPreamble && lines.Current is { } line; count++)
        {
            if (line.Is("---"))
                return Fenced(lines, "---") is { FrontMatter.Values.Count: > 0 } result ? result : null;

            var text = line.Text.Trim(LineCursor.Blank);
            if (!text.IsEmpty && !text.StartsWith('#') && !text.EndsWith(':'))
                return null;

            lines.Advance();
        }

        return null;
    }
}
