namespace Digest.Gather.Command;

/// <summary>
/// Finds a program as a shell would: a name with a slash below the newsletter's folder (or where it says from the
/// root), a bare name on the PATH. Left to the platform, a bare name would also be looked for beside this program.
/// </summary>
internal static class ProgramPlace
{
    /// <returns>An absolute path; null if there is no such program.</returns>
    /// <param name="program">As newsletter.yml names it.</param>
    /// <param name="folder">The newsletter's folder.</param>
    /// <param name="searchPath">The value of PATH.</param>
    public static string? Find(string program, string folder, string? searchPath)
    {
        if (program.AsSpan().ContainsAny('/', '\\'))
            return Existing(Path.GetFullPath(Path.Combine(folder, program)));

        return (searchPath ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathRooted)
            .Select(place => Existing(Path.Combine(place, program)))
            .FirstOrDefault(path => path is not null);
    }

    private static string? Existing(string path)
    {
        string[] endings = OperatingSystem.IsWindows() ? ["", ".exe", ".cmd", ".bat"] : [""];
        return endings.Select(ending => path + ending).FirstOrDefault(File.Exists);
    }
}
