namespace Digest.Subscribers;

/// <summary>What adding came to.</summary>
/// <param name="Added">New subscriptions.</param>
/// <param name="Known">Subscriptions that existed, active or not.</param>
/// <param name="Suppressed">Of both, those whose address is suppressed: kept, never mailed.</param>
public sealed record SubscriberAddCounts(int Added, int Known, int Suppressed);
