using Digest.Model;

namespace Digest.Compose;

/// <summary>
/// Turns what was gathered since the last issue into a Markdown draft, or adds it to the draft that is open. What
/// stands in the file is never changed or removed; new items are only added.
/// </summary>
public sealed class Composer(IDraftStore store)
{
    /// <param name="now">The moment of the run: the end of the window.</param>
    public Task<ComposeOutcome> DraftAsync(
        Newsletter newsletter, DateTimeOffset now, CancellationToken cancellationToken)
    {
        throw new NotImplementedException();
    }
}
