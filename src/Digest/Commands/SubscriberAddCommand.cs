using System.CommandLine;
using System.Text.Json.Nodes;
using Digest.Mail.Mime;
using Digest.Newsletters;
using Digest.Subscribers;

namespace Digest.Commands;

/// <summary><c>digest subscribers add</c>.</summary>
public static class SubscriberAddCommand
{
    public static Command Create(CommandHost host)
    {
        var address = EmailAddressArgument.Create();
        var slug = SubscribersCommand.NewsletterOption();
        var name = new Option<string?>("--name") { Description = "The reader's name", HelpName = "NAME" };
        var consent = SubscribersCommand.ConsentOption();
        var command = new Command("add", "Add one reader") { address, slug, name, consent }.WithExample(
            "digest subscribers add ada@reader.example --newsletter community-weekly --consent \"at the meetup\"");
        command.SetAction(host.WithStorage(async (session, cancellationToken) =>
        {
            var newsletter = session.Get<NewsletterCatalog>().Get(session.Arguments.GetRequiredValue(slug));
            var mailbox = new Mailbox(
                session.Arguments.GetValue(name),
                EmailAddressArgument.Read(session.Arguments.GetRequiredValue(address)));
            var outcome = await session.Get<SubscriberDesk>().AddAsync(
                newsletter.Slug, mailbox, session.Arguments.GetRequiredValue(consent), cancellationToken);
            session.Show(
                () => new JsonObject { ["address"] = mailbox.Address.Value, ["outcome"] = Word(outcome) },
                screen => screen.Line($"{mailbox.Address}: {Words(outcome)}"));
            return ExitCodes.Done;
        }));
        return command;
    }

    private static string Word(AddOutcome outcome) => outcome switch
    {
        AddOutcome.Added => "added",
        AddOutcome.Known => "known",
        AddOutcome.Suppressed => "suppressed",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "not an outcome of adding"),
    };

    private static string Words(AddOutcome outcome) => outcome switch
    {
        AddOutcome.Added => "added",
        AddOutcome.Known => "is a reader already, or was one; the state stays",
        _ => "kept, but the address is suppressed and is not mailed",
    };
}
