using Digest.Files;
using Digest.Model;

namespace Digest.Publish;

/// <summary>
/// Writes a newsletter's site to its <c>public</c> folder; files whose bytes are the same are left alone. A list of
/// the files it made lies beside them, so that pages of issues that are gone can go too, and nothing else ever does.
/// </summary>
public sealed class Publisher(SiteBuilder builder)
{
    private const string Manifest = ".published";

    /// <exception cref="DigestException">The folder cannot be written.</exception>
    public async Task<PublishReport> PublishAsync(Newsletter newsletter, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(newsletter.Folder, "public");
        var files = await builder.BuildAsync(newsletter, cancellationToken);
        try
        {
            return await WriteAsync(folder, files, cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new DigestException(
                $"{folder}: cannot be written ({failure.Message}); make the folder writable, or free space on the disk",
                failure);
        }
    }

    private static async Task<PublishReport> WriteAsync(
        string folder, IReadOnlyList<PublishedFile> files, CancellationToken cancellationToken)
    {
        var written = 0;
        foreach (var file in files)
            written += await WriteAsync(PathOf(folder, file.Name), file.Bytes, cancellationToken) ? 1 : 0;

        var names = files.Select(file => file.Name).ToList();
        await RemoveStaleAsync(folder, names, cancellationToken);
        return new PublishReport(folder, names, written);
    }

    /// <summary>Names come from labels of issues; none may lead out of the folder.</summary>
    private static string PathOf(string folder, string name) =>
        name == Path.GetFileName(name) && name is not ("" or "." or "..")
            ? Path.Combine(folder, name)
            : throw new DigestException($"{name}: an issue's label must not hold slashes; rename the issue");

    private static async Task<bool> WriteAsync(
        string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (await IsSameAsync(path, bytes, cancellationToken))
            return false;

        await AtomicFile.WriteAsync(path, bytes, cancellationToken);
        return true;
    }

    private static async Task<bool> IsSameAsync(
        string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (new FileInfo(path) is not { Exists: true } known || known.Length != bytes.Length)
            return false;

        var present = await File.ReadAllBytesAsync(path, cancellationToken);
        return bytes.Span.SequenceEqual(present);
    }

    private static async Task RemoveStaleAsync(string folder, List<string> names, CancellationToken cancellationToken)
    {
        var manifest = Path.Combine(folder, Manifest);
        var before = File.Exists(manifest) ? await File.ReadAllLinesAsync(manifest, cancellationToken) : [];
        foreach (var stale in before.Except(names).Where(name => name.Length > 0 && name == Path.GetFileName(name)))
            File.Delete(Path.Combine(folder, stale));

        if (!before.SequenceEqual(names))
            await AtomicFile.WriteAsync(manifest, string.Join('\n', names) + "\n", cancellationToken);
    }
}
