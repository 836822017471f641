using Digest.Mail.Mime.Reading;

namespace Digest.Mail.Bounces;

/// <summary>
/// The parts of a report by what they are for (RFC 6522 §3): words for people, fields for programs, the mail it is
/// about. What lies inside of the returned mail is not looked at: that mail may hold a report of its own.
/// </summary>
internal sealed class ReportParts
{
    private const int MaxDepth = 10;
    private readonly List<MimeEntity> _html = [];

    public ReportParts(MimeEntity message)
    {
        Collect(message, 0);
        if (Plain.Count == 0 && _html.Count == 0 && message.Parts.Count == 0 && message.Message is null)
            Plain.Add(message);
    }

    /// <summary>Of type message/delivery-status or its global twin (RFC 6533 §4).</summary>
    public List<MimeEntity> Status { get; } = [];

    public MimeEntity? Feedback { get; private set; }

    /// <summary>A receipt (RFC 8098).</summary>
    public MimeEntity? Disposition { get; private set; }

    public MimeEntity? Returned { get; private set; }

    public List<MimeEntity> Plain { get; } = [];

    /// <summary>The words for people: plain text where there is any, else what HTML shows.</summary>
    public string Words()
    {
        var plain = string.Join("\n\n", Plain.Select(ReportText.Of));
        return string.IsNullOrWhiteSpace(plain) ? string.Join("\n\n", _html.Select(HtmlWords.Of)) : plain;
    }

    private void Collect(MimeEntity part, int depth)
    {
        switch (part.ContentType.MediaType)
        {
            case "message/delivery-status" or "message/global-delivery-status":
                Status.Add(part);
                break;
            case "message/feedback-report":
                Feedback ??= part;
                break;
            case "message/disposition-notification" or "message/global-disposition-notification":
                Disposition ??= part;
                break;
            case "text/plain":
                Plain.Add(part);
                break;
            case "text/html":
                _html.Add(part);
                break;
            case var _ when part.Message is { } returned:
                Returned ??= returned;
                break;
        }

        foreach (var child in depth < MaxDepth ? part.Parts : [])
            Collect(child, depth + 1);
    }
}
