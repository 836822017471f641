using System.Globalization;
using Digest.Deliver;
using Digest.Mail.Mime;
using Digest.Model;

namespace Digest.Run;

/// <summary>Writes one letter outside the outbox: to look at, or to send to an editor's own address.</summary>
public sealed class TrialLetter(
    IssuePreview preview,
    LetterWriter writer,
    UnsubscribeTokens tokens,
    SiteAddress site,
    IMailTransport transport,
    TimeProvider clock)
{
    /// <summary>Stands where a reader's id would: the link in a trial letter unsubscribes nobody.</summary>
    private const string Nobody = "trial";

    public async Task<DeliveryOutcome> SendAsync(
        Newsletter newsletter, IssueRef reference, EmailAddress address, CancellationToken cancellationToken)
    {
        var issue = await preview.ReadAsync(newsletter, reference, cancellationToken);
        var name = string.Create(CultureInfo.InvariantCulture, $"trial-{clock.GetUtcNow():yyyyMMddHHmmssfff}");
        var message = Write(newsletter, issue, Nobody, new Mailbox(null, address), name);
        var mail = new OutgoingMail(name, newsletter.From.Address, address, message)
        {
            Batch = $"{OutboxFolder.BatchOf(reference)}-trial",
        };
        return await transport.SendAsync(mail, cancellationToken);
    }

    /// <summary>The bytes of a letter as a reader would get them.</summary>
    /// <param name="reader">Null for no reader in particular.</param>
    public byte[] Write(Newsletter newsletter, FrozenIssue issue, Subscriber? reader) => reader is null
        ? Write(newsletter, issue, Nobody, new Mailbox(null, newsletter.From.Address), "preview")
        : Write(newsletter, issue, reader.Id, reader.Mailbox, "preview");

    /// <summary>A frozen text with its slots filled as in that reader's letter.</summary>
    public string Fill(string text, Newsletter newsletter, Subscriber? reader) => text.Replace(
        LetterSlots.Unsubscribe,
        site.Unsubscribe(tokens.Mint(newsletter.Slug, reader?.Id ?? Nobody)),
        StringComparison.Ordinal);

    private byte[] Write(
        Newsletter newsletter, FrozenIssue issue, string subscriberId, Mailbox recipient, string name)
    {
        var messageId = $"{name}.{issue.Issue.Ref.Newsletter}-{issue.Issue.Ref.Label}@{newsletter.From.Address.Domain}";
        using var letter = writer.Write(newsletter, issue, subscriberId, recipient, messageId, clock.GetUtcNow());
        return letter.WrittenSpan.ToArray();
    }
}
