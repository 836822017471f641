using Digest.Markup;
using Digest.Model;

namespace Digest.Publish;

/// <summary>The first words of a story, for readers that show no more of an entry.</summary>
internal static class StorySummary
{
    private const int MostCharacters = 300;

    /// <summary>Plain text on one line, without the title it may begin with; null if nothing else is there.</summary>
    public static string? Of(FrozenStory story)
    {
        var words = MarkdownRenderer.ToWords(HtmlToMarkdown.Convert(story.Html, null));
        var rest = StartsWithTitle(words, story.Title) ? words[story.Title.Length..].TrimStart() : words;
        return rest.Length switch
        {
            0 => null,
            <= MostCharacters => rest,
            _ => Cut(rest) + "…",
        };
    }

    /// <summary>A story without a title line is called by its first words, which belong to their sentence.</summary>
    private static bool StartsWithTitle(string words, string title) =>
        words.StartsWith(title, StringComparison.Ordinal)
        && (words.Length == title.Length || EndsSentence(title) || char.IsWhiteSpace(words[title.Length]));

    private static bool EndsSentence(string title) => title.Length > 0 && title[^1] is '。' or '！' or '？';

    private static string Cut(string words)
    {
        var end = char.IsHighSurrogate(words[MostCharacters - 2]) ? MostCharacters - 2 : MostCharacters - 1;
        return words[..end].TrimEnd();
    }
}
