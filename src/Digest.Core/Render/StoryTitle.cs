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

    /// <param name="markdown">The item.</param>
    /// <param name="linkDefinitions">Reference definitions that stand elsewhere in the file; may be empty.</param>
    public static StoryTitle Of(string markdown, string linkDefinitions)
    {
        var match = BoldLine().Match(markdown);
        var heading = match.Success ? Words(match.Groups["title"].Value, linkDefinitions) : "";
        return heading.Length > 0
            ? new StoryTitle(PlainLine.Shorten(heading, Length), true)
            : new StoryTitle(FirstSentence(Words(markdown, linkDefinitions)), false);
    }

    /// <summary>The words on one line, without the brackets that an address leaves behind.</summary>
    public static string Words(string markdown, string linkDefinitions)
    {
        var words = MarkdownRenderer.ToWords($"{markdown}\n\n{linkDefinitions}");
        return PlainLine.Of(EmptyBrackets().Replace(words, ""));
    }

    /// <summary>Up to the first full stop of either kind, without it: 。 and ： say nothing in a title, ？ does.</summary>
    public static string FirstSentence(string words)
    {
        var end = Enumerable.Range(0, words.Length).FirstOrDefault(i => IsEnd(words, i), words.Length - 1) + 1;
        while (end < words.Length && Closers.Contains(words[end], StringComparison.Ordinal))
            end++;

        return PlainLine.Shorten(words[..end].TrimEnd('。', '.', '：', ':', ' '), Length);
    }

    private static bool IsEnd(string words, int i) =>
        Ends.Contains(words[i], StringComparison.Ordinal)
        || (words[i] == '.' && i > 0 && char.IsLetter(words[i - 1]) && i + 2 < words.Length
            && words[i + 1] == ' ' && !char.IsLower(words[i + 2]));

    [GeneratedRegex(@"\s?[(（]\s*[)）]")]
    private static partial Regex EmptyBrackets();

    [GeneratedRegex(@"^\s*(?:\*\*(?<title>[^\r\n]+?)\*\*|__(?<title>[^\r\n]+?)__)[ \t]*\\?(?:\r?\n|$)")]
    private static partial Regex BoldLine();
}
