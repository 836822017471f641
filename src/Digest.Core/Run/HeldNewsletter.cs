using Digest.Model;

namespace Digest.Run;

/// <summary>
/// Proof that nobody else works on a newsletter, in this process or another, until it is disposed. What moves issues
/// or letters asks for it, so that two senders cannot take each other's letters for those of a dead run.
/// </summary>
public sealed class HeldNewsletter : IDisposable
{
    private readonly FileStream _file;

    internal HeldNewsletter(Newsletter newsletter, FileStream file)
    {
        Newsletter = newsletter;
        _file = file;
    }

    public Newsletter Newsletter { get; }

    public void Dispose() => _file.Dispose();
}
