using Digest.Model;

namespace Digest.Run;

/// <summary>Says what the file system's own exceptions mean for an operator.</summary>
public static class Outage
{
    private const int DiskFull = 28;
    private const int DiskFullOnWindows = unchecked((int)0x80070070);

    /// <summary>
    /// The same trouble as a line with its remedy; null if the exception is no trouble of the file system.
    /// </summary>
    public static DigestException? From(Exception error) => error switch
    {
        DigestException known => known,
        IOException { HResult: DiskFull or DiskFullOnWindows } =>
            new DigestException($"the disk is full ({OneLine(error)}); free some space, then run again", error),
        UnauthorizedAccessException => new DigestException(
            $"{OneLine(error)}; let this user read and write there, or change Paths in the settings", error),
        IOException => new DigestException(
            $"{OneLine(error)}; check that the folder exists and can be written, then run again", error),
        _ => null,
    };

    private static string OneLine(Exception error) => error.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
}
