using Digest.Feeds.Opml;
using Digest.Newsletters;

namespace Digest.Run;

/// <summary>What importing a list of feeds came to.</summary>
/// <param name="File">The absolute path of the settings file.</param>
/// <param name="Feeds">In the list's order.</param>
/// <param name="Warnings">What was wrong with the list and read round.</param>
public sealed record SourceImportReport(
    string File, IReadOnlyList<SourceImportOutcome> Feeds, IReadOnlyList<string> Warnings)
{
    public IEnumerable<SourceImportOutcome.Added> Added => Feeds.OfType<SourceImportOutcome.Added>();

    public IEnumerable<SourceImportOutcome.Known> Known => Feeds.OfType<SourceImportOutcome.Known>();

    public IEnumerable<SourceImportOutcome.Refused> Refused => Feeds.OfType<SourceImportOutcome.Refused>();
}

/// <summary>What importing one feed came to.</summary>
/// <param name="Feed">As the list has it.</param>
public abstract record SourceImportOutcome(OpmlFeed Feed)
{
    /// <summary>The address as written, fit to be shown.</summary>
    public string Url => SourceAddress.Shown(Feed.Url);

    /// <summary>It is a source of the newsletter now.</summary>
    public sealed record Added(OpmlFeed Feed, SourceProposal Source) : SourceImportOutcome(Feed);

    /// <summary>Its address is that of a source already.</summary>
    /// <param name="Source">The id of that source.</param>
    public sealed record Known(OpmlFeed Feed, string Source) : SourceImportOutcome(Feed);

    /// <summary>It was left out.</summary>
    public sealed record Refused(OpmlFeed Feed, string Reason) : SourceImportOutcome(Feed);
}
