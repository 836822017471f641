using Digest.Markup;
using Digest.Model;

namespace Digest.Run;

/// <summary>The Markdown files of an archive.</summary>
internal static class ArchiveFolder
{
    // A book of a thousand pages; what is larger is no issue.
    private const long LargestFile = 4 * 1024 * 1024;

    /// <summary>The file itself, or every Markdown file below the folder in the order of their names.</summary>
    /// <exception cref="DigestException">There is nothing to import.</exception>
    public static IReadOnlyList<string> List(string path)
    {
        if (File.Exists(path))
            return [path];
        if (!Directory.Exists(path))
            throw new DigestException($"{path}: there is no such file or folder; check the path") { ExitCode = 2 };

        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        };
        var files = Directory.EnumerateFiles(path, "*", options)
            .Where(IsMarkdown)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (files.Count == 0)
            throw new DigestException($"{path}: has no Markdown file (*.md); check the path") { ExitCode = 2 };

        return files;
    }

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="DigestException">The file is no text of an issue's size.</exception>
    public static async Task<string> ReadAsync(string file, CancellationToken cancellationToken)
    {
        if (new FileInfo(file).Length > LargestFile)
            throw new DigestException("is larger than 4 MiB; split it");

        var bytes = await File.ReadAllBytesAsync(file, cancellationToken);
        var text = TextDecoder.Decode(bytes);
        if (string.IsNullOrWhiteSpace(text))
            throw new DigestException("is empty; remove it from the archive");

        return text.Contains('\0') ? throw new DigestException("is no text; remove it from the archive") : text;
    }

    private static bool IsMarkdown(string file) => Path.GetExtension(file).ToLowerInvariant() is ".md" or ".markdown";
}
