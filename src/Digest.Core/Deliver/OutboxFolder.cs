using Digest.Model;

namespace Digest.Deliver;

/// <summary>Where the file transport puts letters: <c>outbox/newsletter-issue</c> below the data folder.</summary>
public static class OutboxFolder
{
    /// <summary>The name that the letters of an issue share.</summary>
    public static string BatchOf(IssueRef issue) => $"{issue.Newsletter}-{issue.Label}";

    /// <summary>The absolute path of a batch's folder.</summary>
    public static string PathOf(PathsOptions paths, string batch) =>
        Path.GetFullPath(Path.Combine(paths.Data, "outbox", SafeName(batch)));

    /// <exception cref="ArgumentException">The name would lead out of its folder.</exception>
    internal static string SafeName(string name) =>
        name is "." or ".." || name.Any(c => c is '/' or '\\' or ':' || char.IsControl(c))
            ? throw new ArgumentException($"'{name}' is not a plain file name", nameof(name))
            : name;
}
