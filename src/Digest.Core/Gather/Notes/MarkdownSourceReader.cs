using Digest.Markup;
using Digest.Model;
using Microsoft.Extensions.Options;

namespace Digest.Gather.Notes;

/// <summary>
/// The connector <c>markdown</c>: a folder of notes, each file an item, as Jekyll and Hugo keep them.
/// </summary>
internal sealed class MarkdownSourceReader(IOptions<GatherOptions> options) : ISourceReader
{
    public static SourceKind Kind { get; } = new()
    {
        Type = "markdown",
        Place = SourcePlace.Path,
        Example = "path: sources/notes",
        Settings = [NoteSite.Site, NoteSite.Permalink],
    };

    public string Type => Kind.Type;

    public async Task<FetchOutcome> ReadAsync(SourceRequest request, CancellationToken cancellationToken)
    {
        var folder = request.Source.Path;
        if (folder is null || !Directory.Exists(folder))
            return new FetchOutcome.Failed(
                $"{folder}: there is no such folder; check its path in newsletter.yml");

        var warnings = new List<string>();
        var items = new List<GatheredItem>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in NoteFolder.List(folder, warnings))
        {
            if (await ReadAsync(request, folder, path, warnings, cancellationToken) is not { } item)
                continue;
            if (ids.Add(item.ExternalId))
                items.Add(item);
            else
                warnings.Add($"{NoteFolder.Relative(folder, path)}: left out: another note has its id already");
        }

        return new FetchOutcome.Fetched(items, warnings);
    }

    /// <returns>Null for a draft and for a file that cannot be read.</returns>
    private async Task<GatheredItem?> ReadAsync(
        SourceRequest request, string folder, string path, List<string> warnings, CancellationToken cancellationToken)
    {
        var relative = NoteFolder.Relative(folder, path);
        try
        {
            var limit = options.Value.MaxNoteBytes;
            if (await CappedRead.ReadFileAsync(path, limit, cancellationToken) is { } bytes)
                return Note.Read(relative, TextDecoder.Decode(bytes), request, warnings);

            warnings.Add($"{relative}: left out: {CappedRead.TooLarge(limit)}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            warnings.Add($"{relative}: left out: it cannot be read: {exception.Message}");
        }

        return null;
    }
}
