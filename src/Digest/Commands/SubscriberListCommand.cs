using System.CommandLine;
using System.Text.Json.Nodes;
using Digest.Model;
using Digest.Newsletters;
using Digest.Run;
using Digest.Subscribers;

namespace Digest.Commands;

/// <summary><c>digest subscribers list</c>.</summary>
public static class SubscriberListCommand
{
    public static Command Create(CommandHost host)
    {
        var slug = SubscribersCommand.NewsletterOption();
        var command = new Command("list", "List a newsletter's readers") { slug }
            .WithExample("digest subscribers list --newsletter community-weekly");
        command.SetAction(host.WithStorage(async (session, cancellationToken) =>
        {
            var newsletter = session.Get<NewsletterCatalog>().Get(session.Arguments.GetRequiredValue(slug));
            var stopped = await SuppressedAsync(session, cancellationToken);
            var readers = new List<Subscriber>();
            await foreach (var reader in session.Get<ISubscriberStore>().ListAsync(newsletter.Slug, cancellationToken))
                readers.Add(reader);

            session.Show(
                () => new JsonObject { ["subscribers"] = JsonNodes.Array(readers, reader => Json(reader, stopped)) },
                screen => screen.Table(["address", "name", "state"], readers.Select(reader => Row(reader, stopped))));
            return ExitCodes.Done;
        }));
        return command;
    }

    private static async Task<HashSet<string>> SuppressedAsync(
        CommandSession session, CancellationToken cancellationToken)
    {
        var all = await session.Get<ISuppressionStore>().ListAsync(cancellationToken);
        return [.. all.Select(one => one.AddressHash)];
    }

    private static JsonObject Json(Subscriber reader, HashSet<string> stopped) => new()
    {
        ["address"] = reader.Mailbox.Address.Value,
        ["name"] = reader.Mailbox.Name,
        ["language"] = reader.Language,
        ["topics"] = JsonNodes.Texts(reader.Topics),
        ["timezone"] = reader.TimeZone,
        ["state"] = State(reader),
        ["suppressed"] = IsSuppressed(reader, stopped),
        ["consent"] = reader.Consent,
        ["created"] = IssueJson.Moment(reader.Created),
    };

    private static IReadOnlyList<string> Row(Subscriber reader, HashSet<string> stopped) =>
    [
        reader.Mailbox.Address.Value,
        reader.Mailbox.Name ?? "",
        IsSuppressed(reader, stopped) ? $"{State(reader)}, suppressed" : State(reader),
    ];

    private static bool IsSuppressed(Subscriber reader, HashSet<string> stopped) =>
        stopped.Contains(AddressHash.Of(reader.Mailbox.Address));

    private static string State(Subscriber reader) =>
        reader.State == SubscriptionState.Active ? "active" : "unsubscribed";
}
