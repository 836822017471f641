using System.CommandLine;
using System.Text.Json.Nodes;
using Digest.Subscribers;

namespace Digest.Commands;

/// <summary><c>digest subscribers suppress</c> and <c>unsuppress</c>: addresses that no newsletter may mail.</summary>
public static class SuppressCommand
{
    public static Command Create(CommandHost host)
    {
        var address = EmailAddressArgument.Create();
        var reason = new Option<string>("--reason")
        {
            Description = "Why: bounce, complaint, manual …",
            DefaultValueFactory = _ => "manual",
            HelpName = "WORD",
        };
        var evidence = new Option<string>("--evidence")
        {
            Description = "What was seen: a server's reply, a ticket",
            DefaultValueFactory = _ => "",
            HelpName = "WORDS",
        };
        var command = new Command("suppress", "Stop all mail to an address, whatever list it is on")
        {
            address, reason, evidence,
        }.WithExample("digest subscribers suppress gone@reader.example --reason bounce --evidence \"550 5.1.1\"");
        command.SetAction(host.WithStorage(async (session, cancellationToken) =>
        {
            var who = EmailAddressArgument.Read(session.Arguments.GetRequiredValue(address));
            var hasChanged = await session.Get<SubscriberDesk>().SuppressAsync(
                who, session.Arguments.GetValue(reason)!, session.Arguments.GetValue(evidence)!, cancellationToken);
            var words = hasChanged ? "suppressed" : "was suppressed before; the first record stays";
            return Show(session, who.Value, hasChanged, words);
        }));
        return command;
    }

    public static Command CreateLift(CommandHost host)
    {
        var address = EmailAddressArgument.Create();
        var command = new Command("unsuppress", "Allow mail to an address again") { address }
            .WithExample("digest subscribers unsuppress back@reader.example");
        command.SetAction(host.WithStorage(async (session, cancellationToken) =>
        {
            var who = EmailAddressArgument.Read(session.Arguments.GetRequiredValue(address));
            var hasChanged = await session.Get<SubscriberDesk>().LiftAsync(who, cancellationToken);
            var words = hasChanged ? "may be mailed again" : "was not suppressed; nothing changed";
            return Show(session, who.Value, hasChanged, words);
        }));
        return command;
    }

    private static int Show(CommandSession session, string address, bool hasChanged, string words)
    {
        session.Show(
            () => new JsonObject { ["address"] = address, ["changed"] = hasChanged },
            screen => screen.Line($"{address}: {words}"));
        return ExitCodes.Done;
    }
}
