namespace Digest.Mail.Mime;

/// <summary>
/// The parts of a mail in their nesting, with the levels it needs and no more:
/// <c>mixed{ alternative{ text/plain, related{ text/html, inline… } }, attachments… }</c> (standards.md M6).
/// </summary>
internal sealed class MailTree(MailMessage message, Func<string, string, IMimePart> textPart)
{
    private readonly BoundarySource _boundaries = new(
        message.MessageId,
        [.. message.Attachments.Where(file => PartRules.IsMessage(file.MediaType)).Select(file => file.Content)]);

    /// <exception cref="FormatException">The parts do not go together.</exception>
    public IMimePart Root()
    {
        Check();
        return Mixed();
    }

    private void Check()
    {
        if (message.Inline.Count > 0 && message.Html is null)
            throw new FormatException("An inline part needs the HTML that shows it");
        if (message.Inline.DistinctBy(part => part.ContentId).Count() < message.Inline.Count)
            throw new FormatException("Two inline parts have one Content-ID");
    }

    private IMimePart Mixed()
    {
        if (message.Attachments.Count == 0)
            return Alternative();

        var boundary = _boundaries.Next();
        var files = message.Attachments.Select(FilePart.Of);
        return message is { Text: null, Html: null }
            ? new Multipart("mixed", boundary, [.. files])
            : new Multipart("mixed", boundary, [Alternative(), .. files]);
    }

    /// <summary>The plain one first: the last is the one to be preferred (RFC 2046 §5.1.4).</summary>
    private IMimePart Alternative()
    {
        if (message.Html is null)
            return textPart("text/plain", message.Text ?? "");
        if (message.Text is null)
            return Related(message.Html);

        var boundary = _boundaries.Next();
        var text = textPart("text/plain", message.Text);
        return new Multipart("alternative", boundary, [text, Related(message.Html)]);
    }

    private IMimePart Related(string html)
    {
        var root = textPart("text/html", html);
        return message.Inline.Count == 0
            ? root
            : new Multipart(
                "related", _boundaries.Next(), [root, .. message.Inline.Select(FilePart.Of)], Type: "text/html");
    }
}
