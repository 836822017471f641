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
        if (words.StartsWith(story.Title, StringComparison.Ordinal))
            words = words[story.Title.Length..].TrimStart();

        return words.Length switch
        {
            0 => null,
            <= MostCharacters => words,
            _ => Cut(words) + "…",
        };
    }

    private static string Cut(string words)
    {
        var end = char.IsHighSurrogate(words[MostCharacters - 2]) ? MostCharacters - 2 : MostCharacters - 1;
        return words[..end].TrimEnd();
    }
}
