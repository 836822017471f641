using System.CommandLine;
using System.Text.Json.Nodes;
using Digest.Deliver;
using Digest.Model;
using Digest.Output;
using Digest.Run;

namespace Digest.Commands;

/// <summary><c>digest letters</c>: an issue's letters by state.</summary>
public static class LettersCommand
{
    private const int MaxAnswers = 20;

    public static Command Create(CommandHost host)
    {
        var issue = IssueArgument.Create();
        var command = new Command("letters", "Count an issue's letters by state; the sum is the audience") { issue }
            .WithExample("digest letters community-weekly/1 --json");
        command.SetAction(host.WithStorage(async (session, cancellationToken) =>
        {
            var (_, reference) = session.Issue(session.Arguments.GetRequiredValue(issue));
            var store = session.Get<IIssueStore>();
            if (await store.FindAsync(reference, cancellationToken) is null)
                throw IssueTrouble.Unknown(reference);

            var counts = await store.CountLettersAsync(reference, cancellationToken);
            var answers = await session.Get<IOutboxStore>().ListAnswersAsync(reference, MaxAnswers, cancellationToken);
            session.Show(
                () => Json(reference, counts, answers), screen => screen.Show(Words(reference, counts, answers)));
            return ExitCodes.Done;
        }));
        return command;
    }

    private static JsonObject Json(
        IssueRef reference, LetterCounts counts, IReadOnlyList<LetterAnswer> answers) => new()
    {
        ["issue"] = reference.ToString(),
        ["letters"] = IssueJson.Write(counts),
        ["answers"] = RunReportJson.Answers(answers),
    };

    private static Outline Words(
        IssueRef reference, LetterCounts counts, IReadOnlyList<LetterAnswer> answers) =>
        new($"{reference}: {Counted.Of(counts.Audience, "letter")}")
        {
            Children = [.. DeliveryOutline.States(counts), .. DeliveryOutline.Answers(answers)],
        };
}
