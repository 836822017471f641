using Digest.Model;

namespace Digest.Run;

/// <summary>Letters as an operator looks them up; moves nothing.</summary>
public interface ILetterStore
{
    /// <summary>An issue's letters in the order in which they were made, streamed.</summary>
    /// <param name="state">Only those in this state; null for all of them.</param>
    IAsyncEnumerable<Letter> ListAsync(IssueRef issue, LetterState? state, CancellationToken cancellationToken);

    /// <summary>Which of an issue's letters came back, by the number of the letter.</summary>
    Task<IReadOnlyDictionary<long, LetterReturn>> ListReturnsAsync(
        IssueRef issue, CancellationToken cancellationToken);
}
