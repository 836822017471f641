using System.CommandLine;
using System.Text.Json.Nodes;
using Digest.Compose;
using Digest.Compose.Stories;
using Digest.Model;
using Digest.Newsletters;
using Digest.Output;
using Digest.Run;

namespace Digest.Commands;

/// <summary><c>digest stories</c>: which items are one story and why, and what an editor makes of it.</summary>
public static class StoriesCommand
{
    public static Command Create(CommandHost host) => new("stories", "Show, split and join the stories of an issue")
    {
        CreateList(host),
        CreateSplit(host),
        CreateJoin(host),
    };

    private static Command CreateList(CommandHost host)
    {
        var place = new Argument<string>("newsletter|issue")
        {
            Description = "A newsletter, for its open draft, or an issue as newsletter/number",
        };
        var command = new Command("list", "List the stories: their items, why they are one, what issues told before")
        {
            place,
        }.WithExample("digest stories list community-weekly", "digest stories list community-weekly/1 --json");
        command.SetAction(host.WithStorage((session, cancellationToken) =>
            ListAsync(session, session.Arguments.GetRequiredValue(place), cancellationToken)));
        return command;
    }

    private static Command CreateSplit(CommandHost host)
    {
        var items = new Argument<string[]>("item-id")
        {
            Description = "Items by their ids, as in the draft's comments and in: digest stories list",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("split", "Take items out of their stories for good; the next draft offers them anew")
        {
            items,
        }.WithExample("digest stories split 0a1b2c3d4e5f", "digest draft community-weekly");
        command.SetAction(host.WithStorage((session, cancellationToken) =>
            SplitAsync(session, session.Arguments.GetRequiredValue(items), cancellationToken)));
        return command;
    }

    private static Command CreateJoin(CommandHost host)
    {
        var one = new Argument<string>("item-id") { Description = "The item whose story stays" };
        var other = new Argument<string>("other-id") { Description = "The item that joins it" };
        var command = new Command("join", "Make two items one story for good") { one, other }
            .WithExample("digest stories join 0a1b2c3d4e5f f5e4d3c2b1a0");
        command.SetAction(host.WithStorage((session, cancellationToken) => JoinAsync(
            session,
            [session.Arguments.GetRequiredValue(one), session.Arguments.GetRequiredValue(other)],
            cancellationToken)));
        return command;
    }

    private static async Task<int> ListAsync(CommandSession session, string text, CancellationToken cancellationToken)
    {
        var reference = await IssueAsync(session, text, cancellationToken);
        var stories = await session.Get<StoryDesk>().ListAsync(reference, cancellationToken);
        session.Show(
            () => StoryListing.Json(reference, stories),
            screen => StoryListing.Show(screen, reference, stories));
        return ExitCodes.Done;
    }

    private static async Task<IssueRef> IssueAsync(
        CommandSession session, string text, CancellationToken cancellationToken)
    {
        if (!text.Contains('/', StringComparison.Ordinal))
            return await DraftAsync(session, session.Get<NewsletterCatalog>().Get(text).Slug, cancellationToken);

        var (_, reference) = session.Issue(text);
        return await session.Get<IIssueStore>().FindAsync(reference, cancellationToken) is null
            ? throw IssueTrouble.Unknown(reference)
            : reference;
    }

    private static async Task<int> SplitAsync(
        CommandSession session, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var desk = session.Get<StoryDesk>();
        var items = await desk.FindAsync(ids, cancellationToken);
        var newsletter = Newsletter(session, items);
        using var held = session.Get<RunLock>().Take(newsletter);
        var draft = await DraftAsync(session, newsletter.Slug, cancellationToken);
        var offered = await desk.SplitAsync(draft, items, cancellationToken);
        session.Show(
            () => new JsonObject
            {
                ["issue"] = draft.ToString(),
                ["offered"] = JsonNodes.Texts(offered.Select(item => item.Item.Id)),
            },
            screen => screen.Line(
                $"{Counted.Of(offered.Count, "item")} will be offered by: digest draft {newsletter.Slug}"));
        return ExitCodes.Done;
    }

    private static async Task<int> JoinAsync(
        CommandSession session, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var desk = session.Get<StoryDesk>();
        var items = await desk.FindAsync(ids, cancellationToken);
        var newsletter = Newsletter(session, items);
        using var held = session.Get<RunLock>().Take(newsletter);
        var draft = await session.Get<IDraftStore>().FindDraftAsync(newsletter.Slug, cancellationToken);
        await desk.JoinAsync(draft?.Ref, items[0], items[^1], cancellationToken);
        session.Show(
            () => new JsonObject { ["story"] = items[0].StoryId, ["joined"] = items[^1].Item.Id },
            screen => screen.Line(
                $"{items[^1].Item.Id}: joins the story of {items[0].Item.Id}; texts that stand in a draft stay there"));
        return ExitCodes.Done;
    }

    private static Newsletter Newsletter(CommandSession session, IReadOnlyList<PlacedItem> items) =>
        items.Select(item => item.Item.Newsletter).Distinct(StringComparer.Ordinal).ToList() is [var slug]
            ? session.Get<NewsletterCatalog>().Get(slug)
            : throw new DigestException("the items are of several newsletters; name those of one at a time");

    private static async Task<IssueRef> DraftAsync(
        CommandSession session, string newsletter, CancellationToken cancellationToken) =>
        (await session.Get<IDraftStore>().FindDraftAsync(newsletter, cancellationToken))?.Ref
            ?? throw new DigestException(
                $"{newsletter}: no draft is open; name an issue, such as {newsletter}/1, or begin one: digest draft");
}
