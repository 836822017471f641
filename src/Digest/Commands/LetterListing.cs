using System.Globalization;
using System.Text.Json.Nodes;
using Digest.Deliver;
using Digest.Model;
using Digest.Output;
using Digest.Run;

namespace Digest.Commands;

/// <summary>An issue's letters as <c>digest letters</c> shows them.</summary>
/// <param name="Issue">The issue.</param>
/// <param name="Counts">All its letters by state.</param>
/// <param name="Answers">Why those are where they are that were not accepted.</param>
/// <param name="Letters">Those to list.</param>
/// <param name="Returns">Which came back, by the number of the letter.</param>
internal sealed record LetterListing(
    IssueRef Issue,
    LetterCounts Counts,
    IReadOnlyList<LetterAnswer> Answers,
    IReadOnlyList<Letter> Letters,
    IReadOnlyDictionary<long, LetterReturn> Returns)
{
    public static string Word(LetterState state) => state.ToString().ToLowerInvariant();

    public JsonObject Json() => new()
    {
        ["issue"] = Issue.ToString(),
        ["letters"] = IssueJson.Write(Counts),
        ["answers"] = RunReportJson.Answers(Answers),
        ["recipients"] = JsonNodes.Array(Letters, letter => new JsonObject
        {
            ["address"] = letter.Recipient.Address.Value,
            ["name"] = letter.Recipient.Name,
            ["state"] = Word(letter.State),
            ["attempts"] = letter.Attempts,
            ["nextTry"] = IssueJson.Moment(letter.NextTry),
            ["messageId"] = letter.MessageId,
            ["reply"] = letter.Reply,
            ["returned"] = Json(Returns.GetValueOrDefault(letter.Id)),
        }),
    };

    public void Show(Screen screen, TimeZoneInfo zone)
    {
        screen.Show(Summary(zone));
        if (Letters.Count > 0)
            screen.Table(
                ["address", "state", "tries", "next try", "answer", "came back"],
                Letters.Select(letter => Row(letter, zone)));
    }

    private static JsonObject? Json(LetterReturn? report) => report is null ? null : new JsonObject
    {
        ["kind"] = report.Kind,
        ["code"] = report.Code,
        ["words"] = report.Words,
        ["seen"] = IssueJson.Moment(report.Seen),
    };

    private Outline Summary(TimeZoneInfo zone) => new($"{Issue}: {Counted.Of(Counts.Audience, "letter")}")
    {
        Children = [.. DeliveryOutline.States(Counts), .. DeliveryOutline.Answers(Answers, zone), .. CameBack()],
    };

    private IEnumerable<Outline> CameBack() =>
        Returns.Values.GroupBy(report => report.Kind).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new Outline($"came back, {group.Key}: {group.Count()}") { Tone = Tone.Warning });

    private IReadOnlyList<string> Row(Letter letter, TimeZoneInfo zone) =>
    [
        letter.Recipient.Address.Value,
        Word(letter.State),
        letter.Attempts.ToString(CultureInfo.InvariantCulture),
        letter.NextTry is { } next ? Moments.Of(next, zone) : "",
        letter.Reply ?? "",
        Returns.GetValueOrDefault(letter.Id) is { } report ? $"{report.Kind} {report.Code}".TrimEnd() : "",
    ];
}
