namespace Digest.Model;

/// <summary>Where a subscription stands.</summary>
public enum SubscriptionState
{
    /// <summary>Gets every issue.</summary>
    Active,

    /// <summary>Left by the reader; only the reader's own act brings it back.</summary>
    Unsubscribed,
}
