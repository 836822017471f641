using System.Security.Cryptography;
using System.Text;
using Digest.Deliver;
using Digest.Mail.Bounces;
using Digest.Mail.Mime.Reading;
using Digest.Model;
using Digest.Subscribers;

namespace Digest.Run;

/// <summary>
/// Takes mails that came back, one at a time. A hard bounce or a complaint that provably concerns a letter suppresses
/// its reader; everything else is only written down. The same report again changes nothing.
/// </summary>
public sealed class BounceIntake(
    IBounceStore store,
    ISuppressionStore suppressions,
    ISubscriberStore subscribers,
    ReturnPaths returnPaths,
    TimeProvider clock)
{
    private readonly BounceMatcher _matcher = new(store, returnPaths);

    /// <param name="mail">Any octets.</param>
    /// <param name="isTrial">Says what would be done, and does nothing.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<BounceFinding> TakeAsync(BounceMail mail, bool isTrial, CancellationToken cancellationToken)
    {
        var report = MimeReader.Read(mail.Message);
        return BounceReader.Read(report) switch
        {
            BounceReading.DeliveryReport delivery => TakeAsync(mail, report, delivery, isTrial, cancellationToken),
            BounceReading.Complaint complaint => TakeAsync(mail, report, complaint, isTrial, cancellationToken),
            BounceReading.AutoReply reply => Task.FromResult(
                new BounceFinding(mail.Source, BounceAct.Ignored, "autoreply", $"told by {reply.Sign}")),
            _ => Task.FromResult(
                new BounceFinding(mail.Source, BounceAct.Ignored, "other", "no report on delivery")),
        };
    }

    private async Task<BounceFinding> TakeAsync(
        BounceMail mail,
        MimeEntity report,
        BounceReading.DeliveryReport delivery,
        bool isTrial,
        CancellationToken cancellationToken)
    {
        var named = delivery.Recipients.SelectMany(one => new[] { one.Address, one.FinalAddress }).OfType<string>();
        var match = await _matcher.FindAsync(report, delivery.Returned, [.. named], cancellationToken);
        if (match is not BounceLetter.Found { Letter: var letter })
            return Unmatched(mail, BounceVerdict.Kind(delivery.Recipients[0]), match);

        var recipient = BounceVerdict.Choose(delivery.Recipients, letter);
        var finding = new BounceFinding(
            mail.Source, BounceVerdict.Act(recipient), BounceVerdict.Kind(recipient), recipient.Diagnostic)
        {
            Letter = letter,
            Code = recipient.Code?.ToString(),
        };
        return finding.Act == BounceAct.Ignored
            ? finding
            : await SettleAsync(finding, letter, KeyOf(report), "bounce", isTrial, cancellationToken);
    }

    private async Task<BounceFinding> TakeAsync(
        BounceMail mail,
        MimeEntity report,
        BounceReading.Complaint complaint,
        bool isTrial,
        CancellationToken cancellationToken)
    {
        const string Kind = "complaint";
        var match = await _matcher.FindAsync(report, complaint.Returned, complaint.Recipients, cancellationToken);
        if (match is not BounceLetter.Found { Letter: var letter })
            return Unmatched(mail, Kind, match);

        var finding = new BounceFinding(mail.Source, BounceAct.Suppressed, Kind, complaint.FeedbackType)
        {
            Letter = letter,
        };
        return await SettleAsync(finding, letter, KeyOf(report), Kind, isTrial, cancellationToken);
    }

    private static BounceFinding Unmatched(BounceMail mail, string kind, BounceLetter match) =>
        new(mail.Source, BounceAct.Unmatched, kind, ((BounceLetter.Unproven)match).Reason);

    /// <summary>
    /// The report is written down last: a crash before costs that it is taken once more, and never that a reader who
    /// is gone stays on the list.
    /// </summary>
    private async Task<BounceFinding> SettleAsync(
        BounceFinding finding,
        Letter letter,
        string key,
        string reason,
        bool isTrial,
        CancellationToken cancellationToken)
    {
        if (await store.IsKnownAsync(key, cancellationToken))
            return finding with { Act = BounceAct.Known };
        if (isTrial)
            return finding;

        var now = clock.GetUtcNow();
        var hash = AddressHash.Of(letter.Recipient.Address);
        var evidence = BounceVerdict.WithoutAddress(finding.Words, letter);
        if (finding.Act == BounceAct.Suppressed)
            await suppressions.SuppressAsync(
                new Suppression(hash, reason, $"{finding.Code} {evidence}".Trim(), now), cancellationToken);
        if (finding.Kind == "complaint")
            await subscribers.MoveAsync(letter.SubscriberId, SubscriptionState.Unsubscribed, now, cancellationToken);

        await store.AddAsync(
            new BounceEvent(key, letter.Id, hash, finding.Kind, finding.Code, evidence, now), cancellationToken);
        return finding;
    }

    /// <summary>Copies of one report differ in the trace that hosts put on top, and in nothing below it.</summary>
    private static string KeyOf(MimeEntity report) => Convert.ToHexStringLower(SHA256.HashData(
        [.. Encoding.UTF8.GetBytes(report.Headers["Message-ID"] ?? ""), 0, .. report.RawBody.Span]));
}
