namespace Digest.Testing;

/// <summary>
/// Finds the real data beside the project. A checkout without it skips the tests that need it, except in CI.
/// </summary>
public static class Corpus
{
    /// <summary>The project's root: the nearest folder above the test binaries that holds <c>Digest.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Where a part of the corpus would be, whether or not it is.</summary>
    public static string PathOf(string part) => Path.GetFullPath(Path.Combine(Root, "..", "shared", "corpus", part));

    /// <summary>
    /// Null if the part is there or <c>CI=true</c> (where its lack must fail), else the reason to skip.
    /// </summary>
    public static string? SkipReason(string part) =>
        Directory.Exists(PathOf(part)) || Environment.GetEnvironmentVariable("CI") == "true"
            ? null
            : $"the corpus '{part}' is not beside this checkout";

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Digest.sln")))
            folder = folder.Parent;

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the project's folder.");
    }
}
