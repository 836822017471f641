using Digest.Model;

namespace Digest.Compose;

/// <summary>What drafting came to.</summary>
public abstract record ComposeOutcome
{
    private ComposeOutcome() { }

    /// <summary>A draft lies at <paramref name="Path"/>: new, extended, or as it was.</summary>
    /// <param name="Issue">The draft.</param>
    /// <param name="Path">The absolute path of its Markdown file.</param>
    /// <param name="IsNew">True if this run made it.</param>
    /// <param name="Added">Items this run wrote into it.</param>
    /// <param name="Merged">Gathered items that were the same thing as another one.</param>
    public sealed record Drafted(Issue Issue, string Path, bool IsNew, int Added, int Merged) : ComposeOutcome
    {
        /// <summary>Stories that there was no room for, the best first.</summary>
        public IReadOnlyList<Candidate> PassedOver { get; init; } = [];

        /// <summary>What an editor should look at, a line each.</summary>
        public IReadOnlyList<string> Hints { get; init; } = [];
    }

    /// <summary>No draft is open and nothing new was gathered.</summary>
    /// <param name="Last">The last issue, if there ever was one.</param>
    /// <param name="HasSources">False if the newsletter names no source: nothing new will ever come.</param>
    public sealed record NothingNew(Issue? Last, bool HasSources = true) : ComposeOutcome;
}
