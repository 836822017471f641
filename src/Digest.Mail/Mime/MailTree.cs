namespace Digest.Mail.Mime;

/// <summary>
/// The parts of a mail in their nesting, with the levels it needs and no more:
/// <c>mixed{ alternative{ text/plain, related{ text/html, inline… } }, attachments… }</c> (standards.md M6).
/// </summary>
internal static class MailTree
{
    /// <exception cref="FormatException">The parts do not go together.</exception>
    public static IMimePart Of(MailMessage message)
    {
        Check(message);
        var verbatim = message.Attachments.Where(file => PartRules.IsMessage(file.MediaType));
        var boundaries = new BoundarySource(message.MessageId, [.. verbatim.Select(file => file.Content)]);
        return Mixed(message, boundaries);
    }

    private static void Check(MailMessage message)
    {
        if (message.Inline.Count > 0 && message.Html is null)
            throw new FormatException("An inline part needs the HTML that shows it");
        if (message.Inline.DistinctBy(part => part.ContentId).Count() < message.Inline.Count)
            throw new FormatException("Two inline parts have one Content-ID");
    }

    private static IMimePart Mixed(MailMessage message, BoundarySource boundaries)
    {
        if (message.Attachments.Count == 0)
            return Alternative(message, boundaries);

        var boundary = boundaries.Next();
        var files = message.Attachments.Select(FilePart.Of);
        return message is { Text: null, Html: null }
            ? new Multipart("mixed", boundary, [.. files])
            : new Multipart("mixed", boundary, [Alternative(message, boundaries), .. files]);
    }

    /// <summary>The plain one first: the last is the one to be preferred (RFC 2046 §5.1.4).</summary>
    private static IMimePart Alternative(MailMessage message, BoundarySource boundaries)
    {
        if (message.Html is null)
            return new TextPart("text/plain", message.Text ?? "");
        if (message.Text is null)
            return Related(message.Html, message.Inline, boundaries);

        var boundary = boundaries.Next();
        var text = new TextPart("text/plain", message.Text);
        return new Multipart("alternative", boundary, [text, Related(message.Html, message.Inline, boundaries)]);
    }

    private static IMimePart Related(string html, IReadOnlyList<InlinePart> inline, BoundarySource boundaries)
    {
        var root = new TextPart("text/html", html);
        return inline.Count == 0
            ? root
            : new Multipart("related", boundaries.Next(), [root, .. inline.Select(FilePart.Of)], Type: "text/html");
    }
}
