namespace Digest.Gather.Notes;

/// <summary>Finds the notes of a folder.</summary>
internal static class NoteFolder
{
    // Links are never followed: one could lead out of the folder or round in a circle, and what lies inside is found
    // without them. Hidden files are other programs' business.
    private static readonly EnumerationOptions Visible = new()
    {
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        IgnoreInaccessible = false,
    };

    /// <summary>Absolute paths, ordered by their relative paths, the same on every system.</summary>
    public static IReadOnlyList<string> List(string folder, List<string> warnings)
    {
        var found = new List<string>();
        var open = new Stack<string>([folder]);
        while (open.TryPop(out var current))
        {
            try
            {
                found.AddRange(Directory.EnumerateFiles(current, "*", Visible).Where(IsNote));
                foreach (var inner in Directory.EnumerateDirectories(current, "*", Visible))
                    open.Push(inner);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                warnings.Add($"{Relative(folder, current)}: the folder cannot be read: {exception.Message}");
            }
        }

        return [.. found.OrderBy(path => Relative(folder, path), StringComparer.Ordinal)];
    }

    public static string Relative(string folder, string path) =>
        Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');

    private static bool IsNote(string path) =>
        Path.GetExtension(path).ToUpperInvariant() is ".MD" or ".MARKDOWN" && !Path.GetFileName(path).StartsWith('.');
}
