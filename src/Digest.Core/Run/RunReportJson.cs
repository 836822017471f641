using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Digest.Compose;
using Digest.Deliver;
using Digest.Gather;
using Digest.Publish;
using Digest.Subscribers;

namespace Digest.Run;

/// <summary>
/// A run's report as JSON, the same from <c>digest run --json</c> and from the API. Field names are kept for ever; a
/// stage that was not reached is null.
/// </summary>
public static class RunReportJson
{
    // Chinese stays readable. The text is read by programs and shown on terminals, never put into HTML.
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(RunReport report) => ToNode(report).ToJsonString(Readable);

    public static JsonObject ToNode(RunReport report) => new()
    {
        ["newsletter"] = report.Newsletter,
        ["now"] = IssueJson.Moment(report.Now),
        ["state"] = Word(report.State),
        ["error"] = report.Error,
        ["gather"] = report.Gather is null ? null : Gather(report.Gather),
        ["draft"] = report.Compose is null ? null : Draft(report.Compose),
        ["issue"] = report.Issue is null ? null : IssueJson.Write(report.Issue),
        ["sections"] = new JsonArray([.. report.Sections.Select(Section)]),
        ["audience"] = report.Audience is null ? null : Import(report.Audience),
        ["publish"] = report.Publish is null ? null : Publish(report.Publish),
        ["delivery"] = report.Delivery is null ? null : Delivery(report.Delivery),
        ["lint"] = report.Lint is null ? null : LintJson.Write(report.Lint),
        ["earlier"] = new JsonArray([.. report.Earlier.Select(Earlier)]),
    };

    /// <summary>
    /// The state as it stands in JSON: <c>running</c>, <c>done</c>, <c>partly-done</c>, <c>failed</c>.
    /// </summary>
    public static string Word(RunState state) => state switch
    {
        RunState.Running => "running",
        RunState.Done => "done",
        RunState.PartlyDone => "partly-done",
        RunState.Failed => "failed",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "not a state of a run"),
    };

    public static JsonObject Publish(PublishReport publish) => new()
    {
        ["folder"] = publish.Folder,
        ["files"] = Texts(publish.Files),
        ["written"] = publish.Written,
    };

    public static JsonObject Import(ImportReport import) => new()
    {
        ["added"] = import.Added,
        ["known"] = import.Known,
        ["suppressed"] = import.Suppressed,
        ["refused"] = new JsonArray(
            [.. import.Refused.Select(row => new JsonObject { ["line"] = row.Line, ["reason"] = row.Reason })]),
    };

    public static JsonObject Delivery(DeliveryReport delivery) => new()
    {
        ["location"] = delivery.Location,
        ["halted"] = delivery.Halted,
        ["letters"] = IssueJson.Write(delivery.Counts),
        ["answers"] = Answers(delivery.Answers),
    };

    public static JsonArray Answers(IEnumerable<LetterAnswer> answers) =>
        new([.. answers.Select(answer => (JsonNode)new JsonObject
        {
            ["state"] = answer.State.ToString().ToLowerInvariant(),
            ["reply"] = answer.Reply,
            ["count"] = answer.Count,
            ["nextTry"] = IssueJson.Moment(answer.NextTry),
        })]);

    private static JsonObject Gather(GatherReport gather) => new()
    {
        ["new"] = gather.NewItems,
        ["sources"] = new JsonArray([.. gather.Sources.Select(Source)]),
    };

    private static JsonNode Source(SourceResult source) => new JsonObject
    {
        ["id"] = source.SourceId,
        ["read"] = source.Read,
        ["new"] = source.New,
        ["heldBack"] = source.HeldBack,
        ["unchanged"] = source.Unchanged,
        ["warnings"] = Texts(source.Warnings),
        ["error"] = source.Error,
        ["notAsked"] = source.NotAsked,
    };

    private static JsonObject Draft(ComposeOutcome outcome) => outcome switch
    {
        ComposeOutcome.Drafted drafted => new JsonObject
        {
            ["outcome"] = "drafted",
            ["issue"] = drafted.Issue.Ref.ToString(),
            ["path"] = drafted.Path,
            ["isNew"] = drafted.IsNew,
            ["added"] = drafted.Added,
            ["merged"] = drafted.Merged,
            ["passedOver"] = new JsonArray([.. drafted.PassedOver.Select(Candidate)]),
            ["hints"] = Texts(drafted.Hints),
        },
        ComposeOutcome.NothingNew nothing => new JsonObject
        {
            ["outcome"] = "nothing-new",
            ["last"] = nothing.Last?.Ref.ToString(),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "not an outcome of composing"),
    };

    public static JsonNode Candidate(Candidate candidate) => new JsonObject
    {
        ["item"] = candidate.ItemId,
        ["title"] = candidate.Title,
        ["url"] = candidate.Url,
        ["section"] = candidate.Section,
        ["score"] = candidate.Score,
        ["reasons"] = candidate.Reasons,
        ["firstSeen"] = IssueJson.Moment(candidate.FirstSeen),
        ["items"] = candidate.Items,
        ["rests"] = candidate.Rests,
    };

    private static JsonNode Section(SectionCount section) => new JsonObject
    {
        ["section"] = section.Section,
        ["items"] = section.Items,
    };

    private static JsonNode Earlier(EarlierDelivery earlier)
    {
        var node = Delivery(earlier.Delivery);
        node["issue"] = earlier.Issue.ToString();
        return node;
    }

    private static JsonArray Texts(IReadOnlyList<string> texts) =>
        new([.. texts.Select(text => (JsonNode)JsonValue.Create(text))]);
}
