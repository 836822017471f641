using System.Globalization;
using System.Text.Json.Nodes;
using Digest.Model;

namespace Digest.Run;

/// <summary>
/// Issues and letter counts in the JSON of the command line and of the API. Field names are kept for ever.
/// </summary>
public static class IssueJson
{
    public static JsonObject Write(Issue issue) => new()
    {
        ["issue"] = issue.Ref.ToString(),
        ["number"] = issue.Number,
        ["id"] = issue.Id,
        ["title"] = issue.Title,
        ["from"] = issue.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["to"] = issue.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["state"] = Word(issue.State),
        ["imported"] = issue.Imported,
        ["created"] = Moment(issue.Created),
        ["approved"] = Moment(issue.Approved),
        ["sent"] = Moment(issue.Sent),
        ["contentHash"] = issue.ContentHash,
    };

    public static JsonObject Write(LetterCounts counts) => new()
    {
        ["audience"] = counts.Audience,
        ["pending"] = counts.Pending,
        ["transmitting"] = counts.Transmitting,
        ["accepted"] = counts.Accepted,
        ["deferred"] = counts.Deferred,
        ["failed"] = counts.Failed,
        ["uncertain"] = counts.Uncertain,
        ["suppressed"] = counts.Suppressed,
    };

    /// <summary>
    /// The state as it stands in JSON: <c>draft</c>, <c>approved</c>, <c>sending</c>, <c>sent</c>, <c>cancelled</c>.
    /// </summary>
    public static string Word(IssueState state) => state switch
    {
        IssueState.Draft => "draft",
        IssueState.Approved => "approved",
        IssueState.Sending => "sending",
        IssueState.Sent => "sent",
        IssueState.Cancelled => "cancelled",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "not a state of an issue"),
    };

    /// <summary>
    /// RFC 3339 in UTC, so that the same moment is the same text wherever it stands; null stays null.
    /// </summary>
    public static string? Moment(DateTimeOffset? moment) =>
        moment?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
