namespace Digest.Deliver;

/// <summary>What handing a letter over came to.</summary>
public abstract record DeliveryOutcome(string Reply)
{
    /// <summary>The other side took responsibility.</summary>
    public sealed record Accepted(string Reply) : DeliveryOutcome(Reply);

    /// <summary>Not now: a 4xx answer, a broken or refused connection before the message was given.</summary>
    public sealed record Deferred(string Reply) : DeliveryOutcome(Reply);

    /// <summary>Never: this recipient was refused for good.</summary>
    public sealed record Failed(string Reply) : DeliveryOutcome(Reply);

    /// <summary>
    /// We are refused, not the reader (policy, authentication, configuration): the run stops, no reader is blamed.
    /// </summary>
    public sealed record Halted(string Reply) : DeliveryOutcome(Reply);

    /// <summary>Taken back before it was given to anybody, as if it had never begun.</summary>
    public sealed record Recalled() : DeliveryOutcome("");

    /// <summary>The connection broke after the message was given and before the answer: nobody knows.</summary>
    public sealed record Unknown(string Reply) : DeliveryOutcome(Reply);
}
