using Digest.Deliver;
using Digest.Model;

namespace Digest.Output;

/// <summary>An issue's letters by state, and where they went.</summary>
public static class DeliveryOutline
{
    public static Outline Of(IssueRef issue, DeliveryReport delivery, TimeZoneInfo zone) =>
        new($"deliver: {issue}, {Counted.Of(delivery.Counts.Audience, "letter")}")
        {
            Path = delivery.Location,
            Tone = delivery.Counts.IsFinal && delivery.Halted is null ? Tone.Plain : Tone.Warning,
            Children = [.. States(delivery.Counts), .. Answers(delivery.Answers, zone), .. Halted(delivery)],
        };

    /// <summary>A line for every state that has letters.</summary>
    public static IEnumerable<Outline> States(LetterCounts counts)
    {
        (string Word, int Count, Tone Tone)[] states =
        [
            ("accepted", counts.Accepted, Tone.Good),
            ("suppressed", counts.Suppressed, Tone.Quiet),
            ("failed", counts.Failed, Tone.Bad),
            ("deferred, tried again later", counts.Deferred, Tone.Warning),
            ("uncertain", counts.Uncertain, Tone.Warning),
            ("in transmission", counts.Transmitting, Tone.Warning),
            ("pending", counts.Pending, Tone.Warning),
        ];
        return states.Where(state => state.Count > 0)
            .Select(state => new Outline($"{state.Word}: {state.Count}") { Tone = state.Tone });
    }

    /// <summary>What the server said of letters that are not accepted: without it nobody knows what to mend.</summary>
    public static IEnumerable<Outline> Answers(IEnumerable<LetterAnswer> answers, TimeZoneInfo zone) =>
        answers.Select(answer =>
            new Outline($"{answer.Count} {Word(answer.State)}: {answer.Reply}{NextTry(answer.NextTry, zone)}")
            {
                Tone = Tone.Quiet,
            });

    private static string Word(LetterState state) => state.ToString().ToLowerInvariant();

    private static string NextTry(DateTimeOffset? moment, TimeZoneInfo zone) =>
        moment is null ? "" : $"; next try {Moments.Of(moment.Value, zone)}";

    private static IEnumerable<Outline> Halted(DeliveryReport delivery) => delivery.Halted is null
        ? []
        : [new Outline($"stopped: {delivery.Halted}") { Tone = Tone.Bad }];
}
