namespace Digest.Mail.Bounces;

/// <summary>What a report shows of the mail it is about. Untrusted.</summary>
/// <param name="MessageId">Without angle brackets; null if not shown.</param>
/// <param name="ReturnPath">The envelope sender of then; null if not shown.</param>
/// <param name="To">Addresses of To and Cc.</param>
public sealed record ReturnedMessage(string? MessageId, string? ReturnPath, IReadOnlyList<string> To)
{
    /// <summary>Nothing is shown.</summary>
    public static ReturnedMessage None { get; } = new(null, null, []);
}
