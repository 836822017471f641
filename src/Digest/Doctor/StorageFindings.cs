using Digest.Run;
using Digest.Storage;

namespace Digest.Doctor;

/// <summary>The database: it can be opened, written, and brought to this program's schema.</summary>
public sealed class StorageFindings(IStorageStartup storage) : ICheck
{
    private const string Subject = "storage";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await storage.PrepareAsync(cancellationToken);
            var schema = await storage.InspectAsync(cancellationToken);
            var message = $"{schema.Location}: opens, schema {schema.Found} of {schema.Known}";
            return [new Finding(Verdict.Pass, Subject, message)];
        }
        catch (Exception error) when (Outage.From(error) is { } outage)
        {
            return [new Finding(Verdict.Fail, Subject, outage.Message, "mend that; nothing was changed")];
        }
    }
}
