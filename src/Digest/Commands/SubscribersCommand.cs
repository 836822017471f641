using System.CommandLine;

namespace Digest.Commands;

/// <summary><c>digest subscribers</c>: who reads what.</summary>
public static class SubscribersCommand
{
    public static Command Create(CommandHost host) => new("subscribers", "List, add, import, export and stop readers")
    {
        SubscriberListCommand.Create(host),
        SubscriberAddCommand.Create(host),
        SubscriberImportCommand.Create(host),
        SubscriberExportCommand.Create(host),
        SubscriberUnsubscribeCommand.Create(host),
        SuppressCommand.Create(host),
        SuppressCommand.CreateLift(host),
    };

    internal static Option<string> NewsletterOption() => new("--newsletter")
    {
        Description = "The newsletter's slug",
        HelpName = "NEWSLETTER",
        Required = true,
    };

    internal static Option<string> ConsentOption() => new("--consent")
    {
        Description = "Where the readers' consent comes from, in words",
        HelpName = "WORDS",
        Required = true,
    };
}
