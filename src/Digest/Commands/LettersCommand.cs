using System.CommandLine;
using Digest.Deliver;
using Digest.Model;
using Digest.Run;

namespace Digest.Commands;

/// <summary><c>digest letters</c>: who got an issue, who did not, and what the server said.</summary>
public static class LettersCommand
{
    private const int MaxAnswers = 20;

    private static readonly string[] States = [.. Enum.GetValues<LetterState>().Select(LetterListing.Word)];

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

        var store = session.Get<ILetterStore>();
        var listing = new LetterListing(
            reference,
            await issues.CountLettersAsync(reference, cancellationToken),
            await session.Get<IOutboxStore>().ListAnswersAsync(reference, MaxAnswers, cancellationToken),
            await store.ListAsync(reference, state, cancellationToken).ToListAsync(cancellationToken),
            await store.ListReturnsAsync(reference, cancellationToken));
        session.Show(listing.Json, screen => listing.Show(screen, newsletter.Zone));
        return ExitCodes.Done;
    }
}
