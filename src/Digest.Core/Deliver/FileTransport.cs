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

    public async Task<DeliveryOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var folder = OutboxFolder.PathOf(paths.Value, mail.Batch);
        var path = Path.Combine(folder, $"{OutboxFolder.SafeName(mail.Id)}.eml");
        try
        {
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
}
