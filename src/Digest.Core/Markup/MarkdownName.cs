using System.Text.RegularExpressions;

namespace Digest.Markup;

/// <summary>What the name of a Markdown file tells: <c>2014-01-16-slug.ja.md</c>.</summary>
/// <param name="Date">The date as written, or null.</param>
/// <param name="Words">The name without its endings and its date, with spaces for dashes; never empty.</param>
/// <param name="Language">A language suffix as Hugo has it, or null.</param>
internal sealed partial record MarkdownName(string? Date, string Words, string? Language)
{
    /// <summary>The name without its endings and its date, as written; may be empty.</summary>
    public string Slug { get; private init; } = "";

    /// <param name="path">With or without folders.</param>
    public static MarkdownName Of(string path)
    {
        var parts = path.Split('/');
        var stem = Path.GetFileNameWithoutExtension(parts[^1]);
        var language = Suffix().Match(stem) is { Success: true } suffix ? suffix.Groups[1].Value : null;
        if (language is not null)
            stem = stem[..^(language.Length + 1)];

        // Hugo keeps a note that has pictures as slug/index.md.
        if (stem is "index" && parts.Length > 1)
            stem = parts[^2];

        var dated = Dated().Match(stem);
        var slug = dated.Groups["slug"].Length > 0 ? dated.Groups["slug"].Value : stem;
        var words = PlainLine.Of(slug.Replace('-', ' ').Replace('_', ' '));
        var date = dated.Success ? dated.Groups["date"].Value.Replace('_', '-') : null;
        return new MarkdownName(date, words.Length > 0 ? words : parts[^1], language) { Slug = slug };
    }

    [GeneratedRegex("""\.([a-z]{2}(?:-[A-Za-z]{2,4})?)$""", RegexOptions.CultureInvariant)]
    private static partial Regex Suffix();

    [GeneratedRegex(
        "^(?<date>[0-9]{4}([-_.])[0-9]{1,2}\\1[0-9]{1,2})(?:[-_. ]+(?<slug>.*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Dated();
}
