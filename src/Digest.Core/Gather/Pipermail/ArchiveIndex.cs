using Digest.Gather.Listings;
using Digest.Gather.Web;

namespace Digest.Gather.Pipermail;

/// <summary>The first page of a list's archive, Mailman's own or a plain directory.</summary>
/// <param name="Folder">Where it lies.</param>
/// <param name="Files">One for each period, oldest first.</param>
internal sealed record ArchiveIndex(Listing Folder, IReadOnlyList<ArchiveFile> Files)
{
    /// <exception cref="SourceTroubleException">It is no archive of a list.</exception>
    public static ArchiveIndex Read(WebAnswer.Found answer)
    {
        var page = HtmlPage.Read(answer);
        var listing = Listing.Of(page);
        var files = listing.Files.Select(ArchiveFile.Of).OfType<ArchiveFile>()
            .GroupBy(file => file.Volume, StringComparer.Ordinal)

            // The packed file is made at night; the plain one beside it has today's mails too.
            .Select(group => group.MinBy(file => file.Name.Length)!)
            .OrderBy(file => file.Start)
            .ToList();
        return files.Count > 0 || IsEmptyArchive(page)
            ? new ArchiveIndex(listing, files)
            : throw WebSession.Trouble(
                answer.Location,
                "no months of an archive are listed here; give the address of the list's archive, " +
                "such as https://lists.example.org/pipermail/keel-dev/");
    }

    /// <summary>The files that hold mails of these days; no list has an archive of the days to come.</summary>
    public IEnumerable<ArchiveFile> Between(DateOnly first, DateOnly last) =>
        Files.Where(file => file.End > first && file.Start <= last);

    private static bool IsEmptyArchive(HtmlPage page) => page.Body.Children
        .Any(element => element.TextContent.Contains("No messages have been posted", StringComparison.Ordinal));
}
