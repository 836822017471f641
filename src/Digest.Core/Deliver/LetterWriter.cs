using Digest.Mail.Mime;
using Digest.Mail.Plans;
using Digest.Model;

namespace Digest.Deliver;

/// <summary>Makes the mail of one letter from the frozen issue, and signs it.</summary>
public sealed class LetterWriter(SiteAddress site, UnsubscribeTokens tokens, LetterSigner signer)
{
    private readonly LetterPlans _plans = new(site);

    /// <summary>RFC 5322 octets with CRLF line ends, in memory to dispose of when the letter is gone.</summary>
    /// <param name="subscriberId">Whose unsubscribe link it carries.</param>
    /// <param name="messageId">Without angle brackets.</param>
    /// <param name="date">The Date header, and the time of the signature.</param>
    public PooledBuffer Write(
        Newsletter newsletter,
        FrozenIssue issue,
        string subscriberId,
        Mailbox recipient,
        string messageId,
        DateTimeOffset date)
    {
        var plan = _plans.For(newsletter, issue);
        var letter = new PooledBuffer(plan.UsualLength);
        plan.Write(
            new PlanValues
            {
                To = LetterTemplate.Shown(recipient),
                MessageId = messageId,
                Date = TimeZoneInfo.ConvertTime(date, newsletter.Zone),
                Slots = [site.Unsubscribe(tokens.Mint(newsletter.Slug, subscriberId))],
            },
            letter);
        return signer.Sign(letter, date);
    }
}
