using Digest.Compose;
using Digest.Model;
using Digest.Render;

namespace Digest.Run;

/// <summary>
/// Turns an existing Markdown archive (Jekyll, Hugo) into past issues: shown on pages and in feeds, never mailed. A
/// file that cannot be taken is reported and the others go on; importing again does nothing twice.
/// </summary>
public sealed class ArchiveImport(IssueRenderer renderer, IFrozenIssueStore frozen, IIssueStore issues)
{
    /// <param name="path">A Markdown file, or a folder that is searched with its sub-folders.</param>
    /// <exception cref="DigestException">There is no such path, or nothing to import below it.</exception>
    public async Task<ArchiveImportReport> RunAsync(
        string path, Newsletter newsletter, CancellationToken cancellationToken)
    {
        var outcomes = new List<ArchiveFileOutcome>();
        foreach (var file in ArchiveFolder.List(path))
            outcomes.Add(await ImportAsync(file, newsletter, cancellationToken));

        return new ArchiveImportReport(outcomes);
    }

    private async Task<ArchiveFileOutcome> ImportAsync(
        string file, Newsletter newsletter, CancellationToken cancellationToken)
    {
        try
        {
            var text = await ArchiveFolder.ReadAsync(file, cancellationToken);
            var archived = ArchiveFile.Read(Path.GetFileName(file), text, File.GetLastWriteTimeUtc(file), newsletter);
            return await TakeAsync(file, archived, newsletter, cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or DigestException)
        {
            return new ArchiveFileOutcome.Refused(file, error.Message);
        }
    }

    private async Task<ArchiveFileOutcome> TakeAsync(
        string file, ArchiveFile archived, Newsletter newsletter, CancellationToken cancellationToken)
    {
        var reference = archived.Issue.Ref;
        var copy = DraftFiles.PathOf(newsletter, reference);
        var standing = await DraftFiles.ReadAsync(newsletter, reference, cancellationToken);
        if (standing is not null && !IsSameText(standing, archived.Text))
            throw new DigestException($"is {reference}, and {copy} holds another text; move one away");

        var known = await issues.FindAsync(reference, cancellationToken);
        if (known is { Imported: false })
            throw new DigestException($"is {reference}, and that was made here; rename or renumber it");

        // Rendered first: what cannot be rendered leaves nothing behind.
        var content = known is null ? renderer.Render(newsletter, archived.Issue, archived.Document) : null;
        if (standing is null)
            await DraftFiles.WriteAsync(newsletter, reference, archived.Text, cancellationToken);

        return content is not null && await frozen.FreezeAsync(content, cancellationToken)
            ? Imported(file, content.Issue, archived.Document)
            : new ArchiveFileOutcome.Known(file, reference);
    }

    // The line ends of a text change when git checks it out elsewhere.
    private static bool IsSameText(string one, string other) => one.ReplaceLineEndings() == other.ReplaceLineEndings();

    private static ArchiveFileOutcome.Imported Imported(string file, Issue issue, IssueDocument document) =>
        new(file, issue, ArchiveBody.CountSections(document.Sections), ArchiveBody.CountItems(document));
}
