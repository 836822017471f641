using Digest.Markup;
using Digest.Model;

namespace Digest.Run;

/// <summary>Guesses the language of an archive from its letters: enough to choose fonts, numerals and chrome.</summary>
internal static class ArchiveLanguage
{
    /// <summary>The language of a text that is not its newsletter's; null if it is, or if the file names one.</summary>
    public static string? Of(IssueDocument document, Newsletter newsletter)
    {
        if (document.FrontMatter["language"] is not null || document.FrontMatter["lang"] is not null)
            return null;

        var guess = Guess(IssueMarkdown.Write(document)[document.HeadSource.Length..]);
        return guess.Split('-')[0].Equals(newsletter.Language.Split('-')[0], StringComparison.OrdinalIgnoreCase)
            ? null
            : guess;
    }

    /// <summary><c>ja</c> where there is kana, <c>zh-CN</c> where there is Han without it, else <c>en</c>.</summary>
    public static string Guess(string text)
    {
        var kana = text.Count(Script.IsKana);
        var han = text.Count(Script.IsHan);
        var latin = text.Count(char.IsAsciiLetter);

        // A Chinese text may name a Japanese product, and an English one a Chinese colleague. A Han character says
        // about as much as four Latin letters, and most letters of a technical text stand in names and addresses.
        if (kana * 5 > han && kana > 10)
            return "ja";

        return han * 20 > latin ? "zh-CN" : "en";
    }
}
