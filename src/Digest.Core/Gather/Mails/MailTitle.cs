using Digest.Markup;

namespace Digest.Gather.Mails;

/// <summary>The title of an item made from a mail.</summary>
internal static class MailTitle
{
    private const string Nothing = "(no subject)";

    /// <summary>The words of the subject; of a mail without one, the first words of its text.</summary>
    /// <param name="subject">What stands for the subject.</param>
    /// <param name="body">The text of the item, as Markdown.</param>
    public static string Of(string subject, string body)
    {
        if (AddressMask.Of(PlainLine.Of(subject)).Trim() is { Length: > 0 } title)
            return title;

        return ItemTitle.FromText(body) is { Length: > 0 } words ? words : Nothing;
    }
}
