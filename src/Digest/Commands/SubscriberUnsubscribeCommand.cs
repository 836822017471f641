using System.CommandLine;
using System.Text.Json.Nodes;
using Digest.Model;
using Digest.Newsletters;
using Digest.Subscribers;

namespace Digest.Commands;

/// <summary><c>digest subscribers unsubscribe</c>.</summary>
public static class SubscriberUnsubscribeCommand
{
    public static Command Create(CommandHost host)
    {
        var address = EmailAddressArgument.Create();
        var slug = SubscribersCommand.NewsletterOption();
        var command = new Command("unsubscribe", "End one reader's subscription; no import brings it back")
        {
            address, slug,
        }.WithExample("digest subscribers unsubscribe ada@reader.example --newsletter community-weekly");
        command.SetAction(host.WithStorage(async (session, cancellationToken) =>
        {
            var newsletter = session.Get<NewsletterCatalog>().Get(session.Arguments.GetRequiredValue(slug));
            var reader = EmailAddressArgument.Read(session.Arguments.GetRequiredValue(address));
            var desk = session.Get<SubscriberDesk>();
            if (await desk.FindAsync(newsletter.Slug, reader, cancellationToken) is null)
                throw new DigestException($"{reader} is no reader of {newsletter.Slug}; see digest subscribers list");

            var hasMoved = await desk.UnsubscribeAsync(newsletter.Slug, reader, cancellationToken);
            var words = hasMoved ? "unsubscribed" : "was unsubscribed before; nothing changed";
            session.Show(
                () => new JsonObject { ["address"] = reader.Value, ["changed"] = hasMoved },
                screen => screen.Line($"{reader}: {words}"));
            return ExitCodes.Done;
        }));
        return command;
    }
}
