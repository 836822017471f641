using System.Text;
using Digest.Files;
using Digest.Model;

namespace Digest.Compose;

/// <summary>The Markdown files below <c>digests/&lt;newsletter&gt;/issues</c>.</summary>
public static class DraftFiles
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>The absolute path of an issue's file, whether or not it exists.</summary>
    public static string PathOf(Newsletter newsletter, IssueRef issue) =>
        Path.Combine(newsletter.Folder, "issues", $"{issue.FileStem}.md");

    /// <summary>The file's text, or null if there is none. A BOM is dropped, line ends are as in the file.</summary>
    /// <exception cref="DigestException">The file is in another encoding; to read it would spoil it.</exception>
    public static async Task<string?> ReadAsync(
        Newsletter newsletter, IssueRef issue, CancellationToken cancellationToken)
    {
        var path = PathOf(newsletter, issue);
        if (!File.Exists(path))
            return null;

        try
        {
            var bytes = await File.ReadAllBytesAsync(path, cancellationToken);
            return StrictUtf8.GetString(bytes.AsSpan(HasMark(bytes) ? ByteOrderMark.Length : 0));
        }
        catch (DecoderFallbackException error)
        {
            throw new DigestException($"{path}: is not in UTF-8; save it in UTF-8", error);
        }
    }

    /// <summary>Writes the file whole. One that begins with a BOM keeps it.</summary>
    public static async Task WriteAsync(
        Newsletter newsletter, IssueRef issue, string text, CancellationToken cancellationToken)
    {
        var path = PathOf(newsletter, issue);
        var isMarked = File.Exists(path) && HasMark(await File.ReadAllBytesAsync(path, cancellationToken));
        await AtomicFile.WriteAsync(path, isMarked ? $"\uFEFF{text}" : text, cancellationToken);
    }

    private static bool HasMark(ReadOnlySpan<byte> bytes) => bytes.StartsWith(ByteOrderMark);
}
