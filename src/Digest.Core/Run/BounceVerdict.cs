using Digest.Mail.Bounces;
using Digest.Model;

namespace Digest.Run;

/// <summary>What follows from what a report says of a recipient.</summary>
internal static class BounceVerdict
{
    /// <summary>
    /// The letter's own recipient where the report names it. A letter that was forwarded is reported under other
    /// addresses; several of those are hard only if all are.
    /// </summary>
    public static BouncedRecipient Choose(IReadOnlyList<BouncedRecipient> recipients, Letter letter) =>
        recipients.FirstOrDefault(
            one => BounceMatcher.IsOf(letter, one.Address) || BounceMatcher.IsOf(letter, one.FinalAddress))
        ?? recipients.FirstOrDefault(one => one.Class != BounceClass.Hard)
        ?? recipients[0];

    public static BounceAct Act(BouncedRecipient recipient) => recipient switch
    {
        { Action: BounceAction.Delayed } => BounceAct.Recorded,
        { Class: BounceClass.Hard } => BounceAct.Suppressed,
        { Class: BounceClass.Soft } => BounceAct.Recorded,
        { Class: BounceClass.None } => BounceAct.Ignored,
        _ => BounceAct.Reported,
    };

    public static string Kind(BouncedRecipient recipient) => recipient switch
    {
        { Action: BounceAction.Delayed } => "delayed",
        { Class: BounceClass.Hard } => "hard",
        { Class: BounceClass.Soft } => "soft",
        { Class: BounceClass.Block } => "block",
        { Class: BounceClass.SenderFault } => "senderfault",
        _ => "delivered",
    };

    /// <summary>What is kept about a reader outlives the subscription, so it names no address.</summary>
    public static string WithoutAddress(string words, Letter letter) =>
        words.Replace(letter.Recipient.Address.Value, "the address", StringComparison.OrdinalIgnoreCase);
}
