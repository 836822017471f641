using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Digest.Deliver;
using Digest.Model;
using Digest.Output;
using Digest.Run;

namespace Digest.Commands;

/// <summary><c>digest letters</c>: who got an issue, who did not, and what the server said.</summary>
public static class LettersCommand
{
    private const int MaxAnswers = 20;

    private static readonly string[] States = [.. Enum.GetValues<LetterState>().Select(Word)];

    public static Command Create(CommandHost host)
    {
        var issue = IssueArgument.Create();
        var state = new Option<string?>("--state")
        {
            Description = $"Only letters in this state: {string.Join(", ", States)}",
            HelpName = "STATE",
        };
        state.AcceptOnlyFromAmong(States);
        var command = new Command("letters", "List an issue's letters: to whom, in which state, with which answer")
        {
            issue, state,
        }.WithExample("digest letters community-weekly/1", "digest letters community-weekly/1 --state failed --json");
        command.SetAction(host.WithStorage((session, cancellationToken) => RunAsync(
            session,
            session.Arguments.GetRequiredValue(issue),
            session.Arguments.GetValue(state) is { } word ? Enum.Parse<LetterState>(word, ignoreCase: true) : null,
            cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(
        CommandSession session, string text, LetterState? state, CancellationToken cancellationToken)
    {
        var (newsletter, reference) = session.Issue(text);
        var issues = session.Get<IIssueStore>();
        if (await issues.FindAsync(reference, cancellationToken) is null)
            throw IssueTrouble.Unknown(reference);

        var counts = await issues.CountLettersAsync(reference, cancellationToken);
        var answers = await session.Get<IOutboxStore>().ListAnswersAsync(reference, MaxAnswers, cancellationToken);
        var letters = new List<Letter>();
        await foreach (var letter in session.Get<ILetterStore>().ListAsync(reference, state, cancellationToken))
            letters.Add(letter);

        session.Show(
            () => Json(reference, counts, answers, letters),
            screen => Show(screen, Words(reference, counts, answers, newsletter.Zone), letters, newsletter.Zone));
        return ExitCodes.Done;
    }

    private static JsonObject Json(
        IssueRef reference, LetterCounts counts, IReadOnlyList<LetterAnswer> answers, List<Letter> letters) => new()
    {
        ["issue"] = reference.ToString(),
        ["letters"] = IssueJson.Write(counts),
        ["answers"] = RunReportJson.Answers(answers),
        ["recipients"] = JsonNodes.Array(letters, letter => new JsonObject
        {
            ["address"] = letter.Recipient.Address.Value,
            ["name"] = letter.Recipient.Name,
            ["state"] = Word(letter.State),
            ["attempts"] = letter.Attempts,
            ["nextTry"] = IssueJson.Moment(letter.NextTry),
            ["messageId"] = letter.MessageId,
            ["reply"] = letter.Reply,
        }),
    };

    private static void Show(Screen screen, Outline counts, List<Letter> letters, TimeZoneInfo zone)
    {
        screen.Show(counts);
        if (letters.Count > 0)
            screen.Table(["address", "state", "tries", "next try", "answer"], letters.Select(one => Row(one, zone)));
    }

    private static Outline Words(
        IssueRef reference, LetterCounts counts, IReadOnlyList<LetterAnswer> answers, TimeZoneInfo zone) =>
        new($"{reference}: {Counted.Of(counts.Audience, "letter")}")
        {
            Children = [.. DeliveryOutline.States(counts), .. DeliveryOutline.Answers(answers, zone)],
        };

    private static IReadOnlyList<string> Row(Letter letter, TimeZoneInfo zone) =>
    [
        letter.Recipient.Address.Value,
        Word(letter.State),
        letter.Attempts.ToString(CultureInfo.InvariantCulture),
        letter.NextTry is { } next ? Moments.Of(next, zone) : "",
        letter.Reply ?? "",
    ];

    private static string Word(LetterState state) => state.ToString().ToLowerInvariant();
}
