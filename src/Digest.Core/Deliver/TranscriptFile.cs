using Digest.Mail.Smtp;
using Digest.Model;

namespace Digest.Deliver;

/// <summary>
/// The file of <c>Mail:Smtp:Transcript</c>, for its owner alone: it shows addresses. Each run of the program adds to
/// it, so much at most.
/// </summary>
internal static class TranscriptFile
{
    private const long MaxOctets = 64 * 1024 * 1024;

    /// <summary>Null if none is asked for. The caller closes it.</summary>
    /// <exception cref="DigestException">It cannot be written.</exception>
    public static SmtpTranscript? Open(SmtpOptions options, TimeProvider clock)
    {
        if (string.IsNullOrEmpty(options.Transcript))
            return null;

        try
        {
            return new SmtpTranscript(Append(options.Transcript), clock, MaxOctets);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new DigestException(
                $"Mail:Smtp:Transcript {options.Transcript} cannot be written: {trouble.Message}", trouble);
        }
    }

    /// <summary>What stands in the way of the file that the settings name; null if nothing is seen.</summary>
    public static string? Fault(SmtpOptions options) =>
        string.IsNullOrEmpty(options.Transcript) || IsInFolder(Path.GetFullPath(options.Transcript))
            ? null
            : $"Mail:Smtp:Transcript is '{options.Transcript}'; it must be a file in a folder that is there";

    private static bool IsInFolder(string path) =>
        !Directory.Exists(path) && Directory.Exists(Path.GetDirectoryName(path));

    /// <summary>Without a buffer, so that each line is in the file as soon as it was spoken.</summary>
    private static FileStream Append(string file)
    {
        const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var mode = new FileStreamOptions
        {
            Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite, BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
            mode.UnixCreateMode = OwnerOnly;

        var stream = new FileStream(file, mode);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(stream.SafeFileHandle, OwnerOnly);
        return stream;
    }
}
