using Digest.Markup;

namespace Digest.Gather.Mails;

/// <summary>The title of an item made from a mail.</summary>
internal static class MailTitle
{
    private const int LongestOfText = 80;
    private const string Nothing = "(no subject)";

    /// <summary>The words of the subject; of a mail without one, the first words of its text.</summary>
    /// <param name="subject">What stands for the subject.</param>
    /// <param name="body">The text of the item, as Markdown.</param>
    public static string Of(string subject, string body)
    {
        if (AddressMask.Of(PlainLine.Of(subject)).Trim() is { Length: > 0 } title)
            return title;

        var words = PlainLine.Of(MarkdownRenderer.ToWords(body));
        if (words.Length <= LongestOfText)
            return words.Length > 0 ? words : Nothing;

        var end = char.IsHighSurrogate(words[LongestOfText - 1]) ? LongestOfText - 1 : LongestOfText;
        return words[..end].TrimEnd() + "…";
    }
}
