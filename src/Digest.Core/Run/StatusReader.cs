using Digest.Compose;
using Digest.Gather;
using Digest.Markup;
using Digest.Model;

namespace Digest.Run;

/// <summary>Reads how newsletters and issues stand; moves nothing.</summary>
public sealed class StatusReader(IIssueStore issues, ISourceStore sources)
{
    private const int ShownIssues = 3;

    public async Task<NewsletterStatus> ReadAsync(Newsletter newsletter, CancellationToken cancellationToken)
    {
        var states = await sources.ListStatesAsync(newsletter.Slug, cancellationToken);
        var newest = new List<IssueStatus>();
        foreach (var issue in (await issues.ListAsync(newsletter.Slug, cancellationToken)).Take(ShownIssues))
            newest.Add(await ReadAsync(newsletter, issue, cancellationToken));

        return new NewsletterStatus(newsletter, [.. Failing(newsletter, states)], newest);
    }

    /// <summary>Null if there is no such issue.</summary>
    public async Task<IssueStatus?> ReadAsync(
        Newsletter newsletter, IssueRef reference, CancellationToken cancellationToken) =>
        await issues.FindAsync(reference, cancellationToken) is { } issue
            ? await ReadAsync(newsletter, issue, cancellationToken)
            : null;

    private async Task<IssueStatus> ReadAsync(
        Newsletter newsletter, Issue issue, CancellationToken cancellationToken)
    {
        var text = await DraftFiles.ReadAsync(newsletter, issue.Ref, cancellationToken);
        var page = Path.Combine(newsletter.Folder, "public", $"{issue.Ref.FileStem}.html");
        return new IssueStatus
        {
            Issue = issue,
            Path = DraftFiles.PathOf(newsletter, issue.Ref),
            Page = File.Exists(page) ? page : null,
            Sections = text is null ? [] : SectionCounts.Of(IssueMarkdown.Parse(text)),
            Letters = await issues.CountLettersAsync(issue.Ref, cancellationToken),
        };
    }

    private static IEnumerable<FailingSource> Failing(
        Newsletter newsletter, IReadOnlyDictionary<string, SourceState> states)
    {
        foreach (var source in newsletter.Sources)
        {
            if (states.TryGetValue(source.Id, out var state) && state.LastError is { } error)
                yield return new FailingSource(source.Id, error);
        }
    }
}
