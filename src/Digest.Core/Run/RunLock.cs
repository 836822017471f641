using System.Globalization;
using Digest.Model;
using Microsoft.Extensions.Options;

namespace Digest.Run;

/// <summary>
/// One run per newsletter at a time, over all processes of this machine: a file below <c>data/locks</c> that is open
/// while the run lasts. The system closes it with the process, so a killed run never leaves a newsletter locked.
/// </summary>
public sealed class RunLock(IOptions<PathsOptions> paths, TimeProvider clock)
{
    /// <exception cref="DigestException">
    /// Somebody else holds it (the message says who), or the folder cannot be written.
    /// </exception>
    public HeldNewsletter Take(Newsletter newsletter)
    {
        var path = Path.Combine(paths.Value.Data, "locks", $"{newsletter.Slug}.lock");
        PrepareFolder(path);
        var file = Open(newsletter.Slug, path);
        File.WriteAllText(HolderPath(path), Holder());
        return new HeldNewsletter(newsletter, file);
    }

    private static void PrepareFolder(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(path, error);
        }
    }

    private static FileStream Open(string slug, string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException error)
        {
            throw Unwritable(path, error);
        }
        catch (IOException error)
        {
            throw new DigestException(
                $"{slug}: another run works on this newsletter ({ReadHolder(path)}); wait for it to end, or stop it",
                error);
        }
    }

    private static DigestException Unwritable(string path, Exception error) => new(
        $"{Path.GetDirectoryName(path)}: cannot be written ({error.Message}); let this user write there, "
        + "or set Paths:Data",
        error);

    private string Holder() => string.Create(
        CultureInfo.InvariantCulture,
        $"process {Environment.ProcessId} on {Environment.MachineName} since {clock.GetUtcNow():yyyy-MM-dd HH:mm}Z");

    private static string ReadHolder(string path)
    {
        try
        {
            return File.ReadAllText(HolderPath(path)).Trim();
        }
        catch (IOException)
        {
            // Only the name of the holder is lost; the refusal stands.
            return "unknown process";
        }
    }

    // Beside the lock, because some systems refuse to read a file that is locked.
    private static string HolderPath(string path) => Path.ChangeExtension(path, ".holder");
}
