using System.Text;

namespace Digest.Gather;

/// <summary>Names the files of a source for its raw answers, and keeps the list of a folder with them.</summary>
internal static class SourceFiles
{
    /// <summary>The name of a file: its path from the newsletter's folder, with slashes.</summary>
    public static string NameOf(SourceRequest request, string path) => $"file {Relative(request, path)}";

    /// <summary>The files of a folder, now or as they were when the gathering that is replayed was made.</summary>
    /// <param name="list">Absolute paths; null if there is no such folder.</param>
    /// <exception cref="IOException">The list is not among the answers of a replay.</exception>
    public static async Task<IReadOnlyList<string>?> ListAsync(
        SourceRequest request,
        string folder,
        Func<IReadOnlyList<string>?> list,
        CancellationToken cancellationToken)
    {
        var bytes = await request.Reading.Answers.TakeAsync(
            $"list {Relative(request, folder)}",
            _ => Task.FromResult(Write(request, list())),
            cancellationToken);
        return bytes is null ? null : Read(request, bytes);
    }

    // A name may hold a line break, but never the octet zero.
    private static byte[]? Write(SourceRequest request, IReadOnlyList<string>? paths) => paths is null
        ? null
        : Encoding.UTF8.GetBytes(string.Join('\0', paths.Select(path => Relative(request, path))));

    private static IReadOnlyList<string> Read(SourceRequest request, byte[] bytes) =>
    [
        .. Encoding.UTF8.GetString(bytes)
            .Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Select(path => Path.GetFullPath(path, request.Newsletter.Folder)),
    ];

    private static string Relative(SourceRequest request, string path) =>
        Path.GetRelativePath(request.Newsletter.Folder, path).Replace(Path.DirectorySeparatorChar, '/');
}
