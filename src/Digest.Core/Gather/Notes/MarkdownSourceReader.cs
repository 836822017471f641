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
        var folder = request.Source.Path ?? "";
        var warnings = new List<string>();
        try
        {
            var paths = await SourceFiles.ListAsync(
                request, folder, () => List(folder, warnings), cancellationToken);
            return paths is null
                ? new FetchOutcome.Failed($"{folder}: there is no such folder; check its path in newsletter.yml")
                : await ReadAsync(request, folder, paths, warnings, cancellationToken);
        }
        catch (IOException error)
        {
            return new FetchOutcome.Failed($"{folder}: the folder cannot be read: {error.Message}");
        }
    }

    private async Task<FetchOutcome> ReadAsync(
        SourceRequest request,
        string folder,
        IReadOnlyList<string> paths,
        List<string> warnings,
        CancellationToken cancellationToken)
    {
        var items = new List<GatheredItem>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
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

    private static IReadOnlyList<string>? List(string folder, List<string> warnings) =>
        Directory.Exists(folder) ? NoteFolder.List(folder, warnings) : null;

    /// <returns>Null for a draft and for a file that cannot be read.</returns>
    private async Task<GatheredItem?> ReadAsync(
        SourceRequest request, string folder, string path, List<string> warnings, CancellationToken cancellationToken)
    {
        var relative = NoteFolder.Relative(folder, path);
        try
        {
            var limit = options.Value.MaxNoteBytes;
            var read = await request.Reading.Answers.TakeAsync(
                SourceFiles.NameOf(request, path),
                token => CappedRead.ReadFileAsync(path, limit, token),
                cancellationToken);
            if (read is { } bytes)
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
