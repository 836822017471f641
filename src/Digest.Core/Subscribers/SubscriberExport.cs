using System.Globalization;
using CsvHelper;
using Digest.Model;

namespace Digest.Subscribers;

/// <summary>
/// Writes a newsletter's readers as CSV with stable columns. A cell that a spreadsheet would compute
/// (<c>= + - @</c>, tab, CR at its start) gets a quote before it (CVE-2021-3188).
/// </summary>
public sealed class SubscriberExport(ISubscriberStore subscribers, ISuppressionStore suppressions)
{
    private static readonly string[] Columns =
        ["email", "name", "language", "topics", "timezone", "state", "suppressed", "consent", "created"];

    private static readonly CsvWriterOptions Options = new() { NewLine = "\n", Injection = CsvInjection.Escape };

    /// <summary>Writes to <paramref name="output"/>, which stays open; gives back the number of readers.</summary>
    public async Task<int> WriteAsync(string newsletter, TextWriter output, CancellationToken cancellationToken)
    {
        var reasons = (await suppressions.ListAsync(cancellationToken))
            .ToDictionary(suppression => suppression.AddressHash, suppression => suppression.Reason);
        await using var csv = CsvWriter.Create(output, Options, leaveOpen: true);
        await csv.WriteRecordAsync(Columns, cancellationToken);

        var count = 0;
        await foreach (var subscriber in subscribers.ListAsync(newsletter, cancellationToken))
        {
            var suppressed = reasons.GetValueOrDefault(AddressHash.Of(subscriber.Mailbox.Address), "");
            await csv.WriteRecordAsync(Fields(subscriber, suppressed), cancellationToken);
            count++;
        }

        await csv.FlushAsync(cancellationToken);
        return count;
    }

    private static string[] Fields(Subscriber subscriber, string suppressed) =>
    [
        subscriber.Mailbox.Address.Value,
        subscriber.Mailbox.Name ?? "",
        subscriber.Language ?? "",
        string.Join(';', subscriber.Topics),
        subscriber.TimeZone ?? "",
        subscriber.State.ToString().ToLowerInvariant(),
        suppressed,
        subscriber.Consent,
        subscriber.Created.ToString("O", CultureInfo.InvariantCulture),
    ];
}
