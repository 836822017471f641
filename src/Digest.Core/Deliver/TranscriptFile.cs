using Digest.Mail.Smtp;
using Digest.Model;
using Microsoft.Extensions.Options;

namespace Digest.Deliver;

/// <summary>
/// The file of <c>Mail:Smtp:Transcript</c>, opened when the first connection is made and for the owner alone: it shows
/// addresses. Calls of the program add to it; one call adds so much at most.
/// </summary>
public sealed class TranscriptFile(IOptions<MailOptions> options, TimeProvider clock) : IDisposable
{
    private const long MaxOctets = 64 * 1024 * 1024;

    private readonly Lazy<SmtpTranscript?> _transcript = new(() => Open(options.Value.Smtp.Transcript, clock));

    /// <summary>Null if none is asked for.</summary>
    /// <exception cref="DigestException">It cannot be written.</exception>
    public SmtpTranscript? Open() => _transcript.Value;

    public void Dispose()
    {
        if (_transcript.IsValueCreated)
            _transcript.Value?.Dispose();
    }

    /// <summary>What stands in the way of the file that the settings name; null if nothing is seen.</summary>
    internal static string? Fault(SmtpOptions options) =>
        string.IsNullOrEmpty(options.Transcript)
        || Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(options.Transcript)))
            ? null
            : $"Mail:Smtp:Transcript is '{options.Transcript}'; there is no such folder";

    private static SmtpTranscript? Open(string? file, TimeProvider clock)
    {
        if (string.IsNullOrEmpty(file))
            return null;

        try
        {
            return new SmtpTranscript(Append(file), clock, MaxOctets);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new DigestException($"Mail:Smtp:Transcript {file} cannot be written: {trouble.Message}", trouble);
        }
    }

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
