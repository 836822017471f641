using System.Text.RegularExpressions;
using Digest.Markup;
using Digest.Model;
using Digest.Templating;

namespace Digest.Render;

/// <summary>
/// The language of one item: what its trace comment says, else a guess that only looks at scripts. Screen readers
/// switch voices by it, and zh, zh-Hant and ja share code points but not glyphs (standards.md H6).
/// </summary>
public static partial class ItemLanguage
{
    /// <summary>Fewer letters are a name or a version, not a language.</summary>
    private const int EnoughLetters = 20;

    private const string TraceStart = "<!-- item:";

    /// <param name="words">The item's text without mark-up and addresses.</param>
    /// <param name="language">The issue's.</param>
    public static string Of(IssueItem item, string words, string language) =>
        FromTrace(item.Source) is { } told && LanguageTag.IsWellFormed(told) ? told : Guess(words, language);

    private static string? FromTrace(string source)
    {
        var start = source.IndexOf(TraceStart, StringComparison.Ordinal);
        var end = start < 0 ? -1 : source.IndexOf("-->", start, StringComparison.Ordinal);
        if (end < 0)
            return null;

        // Quoted values hold titles of other people and may say anything.
        var told = Lang().Match(Quoted().Replace(source[start..end], ""));
        return told.Success ? told.Groups["tag"].Value : null;
    }

    private static string Guess(string words, string language)
    {
        if (LanguageTag.WritingOf(language) == WritingSystem.Latin)
            return language;

        var kana = words.Count(Script.IsKana);
        var han = words.Count(Script.IsHan);
        if (kana * 5 > han + kana && LanguageTag.WritingOf(language) != WritingSystem.Japanese)
            return "ja";

        return han + kana == 0 && words.Count(char.IsAsciiLetter) >= EnoughLetters ? "en" : language;
    }

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\slang:(?<tag>[A-Za-z0-9-]+)")]
    private static partial Regex Lang();
}
