namespace Digest.Mail.Mime.Reading;

/// <summary>One message of a mailbox file, without its <c>From </c> line.</summary>
/// <param name="Octets">A copy of its own, which may be kept.</param>
/// <param name="IsTruncated">True if it was longer than the limit, and its end is left out.</param>
public readonly record struct MboxMessage(ReadOnlyMemory<byte> Octets, bool IsTruncated)
{
    public static implicit operator ReadOnlyMemory<byte>(MboxMessage message) => message.Octets;

    public ReadOnlyMemory<byte> ToReadOnlyMemory() => Octets;
}
