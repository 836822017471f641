using Digest.Mail.Plans;
using Digest.Model;

namespace Digest.Deliver;

/// <summary>
/// The plans of the issues that are on their way, each compiled when its first letter is written. Known by the very
/// objects: a newsletter or issue that was read anew is compiled anew, so no plan is ever out of date.
/// </summary>
internal sealed class LetterPlans(SiteAddress site)
{
    private const int MaxPlans = 8;
    private static readonly Slot[] Slots = [new(LetterSlots.Unsubscribe)];
    private volatile IReadOnlyList<Entry> _entries = [];

    public MessagePlan For(Newsletter newsletter, FrozenIssue issue)
    {
        foreach (var entry in _entries)
        {
            if (ReferenceEquals(entry.Issue, issue) && ReferenceEquals(entry.Newsletter, newsletter))
                return entry.Plan;
        }

        // Two threads that come first both compile, and one result is forgotten: cheaper than a lock for all letters.
        var plan = MessagePlan.Compile(LetterTemplate.Of(newsletter, issue, site), Slots);
        _entries = [new Entry(newsletter, issue, plan), .. _entries.Take(MaxPlans - 1)];
        return plan;
    }

    private sealed record Entry(Newsletter Newsletter, FrozenIssue Issue, MessagePlan Plan);
}
