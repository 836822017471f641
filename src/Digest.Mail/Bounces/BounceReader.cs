using Digest.Mail.Mime.Reading;

namespace Digest.Mail.Bounces;

/// <summary>
/// Reads what comes back to the envelope sender of a mail: delivery reports (RFC 3464, RFC 6522, RFC 6533, and the many
/// forms without a standard), complaints (RFC 5965) and answers of machines (RFC 3834). Never throws, whatever the
/// octets; nothing it returns is to be trusted, since anybody can write a report.
/// </summary>
public static class BounceReader
{
    /// <summary>How deep a report may lie within a report before it is left alone.</summary>
    private const int MaxDepth = 3;

    /// <summary>Tells what the message is, and for whom delivery failed and why.</summary>
    public static BounceReading Read(MimeEntity message) => Read(message, MaxDepth);

    private static BounceReading Read(MimeEntity message, int depth)
    {
        var parts = new ReportParts(message);
        if (FeedbackReport.Read(message, parts) is { } feedback)
            return feedback;
        if (parts.Disposition is not null && !NoticeSigns.IsRefusal(message))
            return new BounceReading.NotABounce();

        var notice = Notice.Of(parts.Words());
        if (new DeliveryReader(message, parts, notice).Read() is { } report)
            return report;

        return depth > 0 && parts.Returned is { } enclosed && NoticeSigns.AreIn(message, notice)
            ? Read(enclosed, depth - 1)
            : AutoReplySigns.Find(message) is { } sign
                ? new BounceReading.AutoReply(sign)
                : new BounceReading.NotABounce();
    }
}
