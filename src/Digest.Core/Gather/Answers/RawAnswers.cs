using Digest.Gather.Web;

namespace Digest.Gather.Answers;

/// <summary>
/// Everything that comes to a source from outside passes through here: kept on the way, or given from what was kept
/// when a gathering is replayed. Web requests do so by themselves; a connector that reads files or runs programs asks
/// by <see cref="TakeAsync"/>.
/// </summary>
public abstract class RawAnswers
{
    private protected RawAnswers() { }

    /// <summary>Keeps nothing.</summary>
    public static RawAnswers None { get; } = new UnkeptAnswers();

    /// <summary>True if nothing is asked any more, so that nobody needs a secret.</summary>
    internal virtual bool IsReplay => false;

    /// <summary>The bytes of something outside: of a file, or what a program said.</summary>
    /// <param name="name">
    /// What is asked, in the words of the connector and the same each time: <c>file blog.xml</c>. Relative, so that a
    /// replay works on another machine.
    /// </param>
    /// <param name="produce">Gets it now; null for something that was too large. Not called in a replay.</param>
    /// <exception cref="IOException">As thrown by <paramref name="produce"/>, now or when it was kept; or it is not
    /// among the answers of the replay.</exception>
    public abstract Task<byte[]?> TakeAsync(
        string name, Func<CancellationToken, Task<byte[]?>> produce, CancellationToken cancellationToken);

    internal abstract Task<WebAnswer> AskAsync(
        WebRequest request, Func<CancellationToken, Task<WebAnswer>> ask, CancellationToken cancellationToken);

    private sealed class UnkeptAnswers : RawAnswers
    {
        public override Task<byte[]?> TakeAsync(
            string name, Func<CancellationToken, Task<byte[]?>> produce, CancellationToken cancellationToken) =>
            produce(cancellationToken);

        internal override Task<WebAnswer> AskAsync(
            WebRequest request, Func<CancellationToken, Task<WebAnswer>> ask, CancellationToken cancellationToken) =>
            ask(cancellationToken);
    }
}
