using Digest.Mail.Mime;

namespace Digest.Model;

/// <summary>A person, with that person's choice for one newsletter.</summary>
public sealed record Subscriber
{
    /// <summary>Opaque, never reused; stands in unsubscribe links instead of the address.</summary>
    public required string Id { get; init; }

    public required string Newsletter { get; init; }

    public required Mailbox Mailbox { get; init; }

    /// <summary>A BCP 47 tag, or null for the newsletter's own.</summary>
    public string? Language { get; init; }

    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>An IANA zone, or null.</summary>
    public string? TimeZone { get; init; }

    public SubscriptionState State { get; init; } = SubscriptionState.Active;

    /// <summary>Where the consent comes from, in words.</summary>
    public required string Consent { get; init; }

    public required DateTimeOffset Created { get; init; }
}
