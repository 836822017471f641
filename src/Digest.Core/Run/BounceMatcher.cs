using Digest.Deliver;
using Digest.Mail.Bounces;
using Digest.Mail.Mime.Reading;
using Digest.Model;

namespace Digest.Run;

/// <summary>
/// Finds the letter of a report. Anybody can write a report, so it counts only if it shows what nobody but the hosts
/// and readers of that letter could know: its return path with a MAC of ours, or its Message-ID (64 random bits) with
/// the letter's own recipient. A return path whose MAC is wrong ends the search.
/// </summary>
internal sealed class BounceMatcher(IBounceStore store, ReturnPaths returnPaths)
{
    /// <param name="report">The mail that came back.</param>
    /// <param name="returned">What it shows of the letter.</param>
    /// <param name="named">Whom it names as its subject; may be empty for a complaint.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<BounceLetter> FindAsync(
        MimeEntity report, ReturnedMessage returned, IReadOnlyList<string> named, CancellationToken cancellationToken)
    {
        var readings = ReportRecipients.Of(report).Append(returned.ReturnPath ?? "").Select(returnPaths.Read).ToList();
        if (readings.OfType<ReturnPathReading.Genuine>().FirstOrDefault() is { } genuine)
            return await store.FindLetterAsync(genuine.Id, cancellationToken) is { } minted
                ? new BounceLetter.Found(minted)
                : new BounceLetter.Unproven("its return path is ours, and the letter is not in the ledger");
        if (readings.Exists(reading => reading is ReturnPathReading.Forged))
            return new BounceLetter.Unproven("its return path is forged or was made with a key that is gone");

        return returned.MessageId is { } messageId
            ? await FindAsync(messageId, named, cancellationToken)
            : new BounceLetter.Unproven("it shows neither a return path of ours nor a Message-ID");
    }

    private async Task<BounceLetter> FindAsync(
        string messageId, IReadOnlyList<string> named, CancellationToken cancellationToken)
    {
        if (await store.FindLetterAsync(messageId, cancellationToken) is not { } letter)
            return new BounceLetter.Unproven("its Message-ID is on no letter of ours");

        return named.Count == 0 || named.Any(address => IsOf(letter, address))
            ? new BounceLetter.Found(letter)
            : new BounceLetter.Unproven("its Message-ID is ours, and it names another recipient than the letter's");
    }

    public static bool IsOf(Letter letter, string? address) =>
        string.Equals(letter.Recipient.Address.Key, address, StringComparison.OrdinalIgnoreCase);
}
