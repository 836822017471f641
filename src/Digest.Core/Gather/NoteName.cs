using System.Text.RegularExpressions;

namespace Digest.Gather;

/// <summary>What a note's file name tells: <c>2014-01-16-slug.ja.md</c>.</summary>
/// <param name="Date">The date as written, or null.</param>
/// <param name="Words">The slug with spaces.</param>
/// <param name="Language">A language suffix as Hugo has it, or null.</param>
internal sealed partial record NoteName(string? Date, string Words, string? Language)
{
    public static NoteName Of(string path)
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
        var slug = dated.Success && dated.Groups[2].Length > 0 ? dated.Groups[2].Value : stem;
        var words = PlainLine.Of(slug.Replace('-', ' ').Replace('_', ' '));
        return new NoteName(dated.Success ? dated.Groups[1].Value : null, words.Length > 0 ? words : stem, language);
    }

    [GeneratedRegex("""\.([a-z]{2}(?:-[A-Za-z]{2,4})?)$""", RegexOptions.CultureInvariant)]
    private static partial Regex Suffix();

    [GeneratedRegex("^([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[-_ ]+(.*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Dated();
}
