namespace Digest.Testing.Feeds;

/// <summary>One rule that a written feed keeps.</summary>
/// <param name="Name">What a fault is called.</param>
/// <param name="Faults">What breaks the rule, a line each; nothing in a good document.</param>
internal sealed record FeedRule<T>(string Name, Func<T, IEnumerable<string>> Faults)
{
    public IEnumerable<string> Check(T document) => Faults(document).Select(fault => $"{Name}: {fault}");
}
