using System.Text.RegularExpressions;
using Digest.Markup;

namespace Digest.Render;

/// <summary>An item's name in feeds and preheaders. Editors seldom write titles: most are first sentences.</summary>
/// <param name="Text">Plain text on one line, at most 80 characters; empty if the item has no words.</param>
/// <param name="IsHeading">True if the item begins with a bold line of its own.</param>
public sealed partial record StoryTitle(string Text, bool IsHeading)
{
    private const int Length = 80;
    private const string Ends = "。！？!?";
    private const string Closers = "”’」』）)\"'";

    public static StoryTitle Of(string markdown)
    {
        var match = BoldLine().Match(markdown);
        var heading = match.Success ? PlainLine.Of(MarkdownRenderer.ToWords(match.Groups["title"].Value)) : "";
        return heading.Length > 0
            ? new StoryTitle(PlainLine.Shorten(heading, Length), true)
            : new StoryTitle(FirstSentence(PlainLine.Of(MarkdownRenderer.ToWords(markdown))), false);
    }

    /// <summary>Up to the first full stop of either kind, without it: 。 and . say nothing in a title, ？ does.</summary>
    public static string FirstSentence(string words)
    {
        var end = Enumerable.Range(0, words.Length).FirstOrDefault(i => IsEnd(words, i), words.Length - 1) + 1;
        while (end < words.Length && Closers.Contains(words[end], StringComparison.Ordinal))
            end++;

        return PlainLine.Shorten(words[..end].TrimEnd('。', '.', ' '), Length);
    }

    private static bool IsEnd(string words, int i) =>
        Ends.Contains(words[i], StringComparison.Ordinal)
        || (words[i] == '.' && i > 0 && char.IsLetter(words[i - 1]) && i + 2 < words.Length
            && words[i + 1] == ' ' && !char.IsLower(words[i + 2]));

    [GeneratedRegex(@"^\s*(?:\*\*(?<title>[^\r\n]+?)\*\*|__(?<title>[^\r\n]+?)__)[ \t]*\\?(?:\r?\n|$)")]
    private static partial Regex BoldLine();
}
