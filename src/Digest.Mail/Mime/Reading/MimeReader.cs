namespace Digest.Mail.Mime.Reading;

/// <summary>
/// Reads messages (RFC 5322, RFC 2045 to 2049, RFC 2231, RFC 6532) as they come: any octets at all are read without
/// an exception, in time that grows with their number alone. What was wrong is told by
/// <see cref="MimeEntity.Defects"/>.
/// </summary>
public static class MimeReader
{
    /// <summary>
    /// Reads the structure of a message: one pass over the octets, which are not copied and must not change while the
    /// entity is in use. Bodies and fields are decoded when they are asked for. A line <c>From </c> of a mailbox file
    /// before the header is passed over.
    /// </summary>
    public static MimeEntity Read(ReadOnlyMemory<byte> message, MimeLimits? limits = null)
    {
        var budget = new MimeBudget(limits ?? MimeLimits.Default);
        return new MimeParser(message, budget).ReadMessage(depth: 0);
    }

    /// <summary>
    /// Reads groups of fields with blank lines between them: the body of <c>message/delivery-status</c> (RFC 3464
    /// §2.1), of a feedback report (RFC 5965 §3.1) and of a disposition notification (RFC 8098 §3.1). A line that is
    /// no field is passed over.
    /// </summary>
    public static IReadOnlyList<HeaderList> ReadFieldGroups(ReadOnlyMemory<byte> body, MimeLimits? limits = null)
    {
        limits ??= MimeLimits.Default;
        var groups = new List<HeaderList>();
        var reader = new HeaderReader(body, limits);
        while (groups.Count < limits.Parts && reader.TryReadGroup(out var group))
            groups.Add(group);
        return groups;
    }
}
