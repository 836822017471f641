using System.Collections.Concurrent;
using Digest.Files;
using Digest.Model;
using Microsoft.Extensions.Options;

namespace Digest.Deliver;

/// <summary>
/// Writes each letter as an .eml file, for a look at what would be sent and for tests of the whole. A file is there
/// whole or not at all; the same letter again replaces its file.
/// </summary>
public sealed class FileTransport(IOptions<PathsOptions> paths) : IMailTransport
{
    public const string Name = "file";

    private readonly ConcurrentDictionary<string, Lazy<bool>> _swept = new(StringComparer.Ordinal);

    /// <summary>A disk does more for several writers, up to a few.</summary>
    public int LettersAtOnce => 4;

    public async Task<DeliveryOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var folder = OutboxFolder.PathOf(paths.Value, mail.Batch);
        var path = Path.Combine(folder, $"{OutboxFolder.SafeName(mail.Id)}.eml");
        try
        {
            _ = _swept.GetOrAdd(folder, static at => new Lazy<bool>(() => Sweep(at))).Value;
            await AtomicFile.WriteAsync(path, mail.Message, cancellationToken);
            return new DeliveryOutcome.Accepted(path);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            // Every other letter would meet the same folder: stop, and let the operator mend it.
            return new DeliveryOutcome.Halted(
                $"{folder} cannot be written ({trouble.Message}): make room or allow writing there, then send again");
        }
    }

    /// <summary>
    /// Takes away, once, the halves that a killed run left; no other run of this newsletter can be writing them.
    /// </summary>
    private static bool Sweep(string folder)
    {
        foreach (var half in Directory.CreateDirectory(folder).EnumerateFiles("*.eml.*.tmp"))
            half.Delete();
        return true;
    }
}
