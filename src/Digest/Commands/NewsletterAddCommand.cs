using System.CommandLine;
using System.Text.Json.Nodes;
using Digest.Mail.Mime;
using Digest.Model;
using Digest.Newsletters;
using Digest.Output;
using Microsoft.Extensions.Options;

namespace Digest.Commands;

/// <summary><c>digest newsletters add</c>: writes the settings file of a new newsletter.</summary>
public static class NewsletterAddCommand
{
    public static Command Create(CommandHost host)
    {
        var slug = new Argument<string>("newsletter") { Description = "Its name in commands, paths and addresses" };
        var title = Needed("--title", "Its name for readers", "TITLE");
        var language = Needed("--language", "A BCP 47 tag, such as en or zh-CN", "TAG");
        var from = Needed("--from", "The sender's mail address", "ADDRESS");
        var command = new Command("add", "Make a newsletter") { slug, title, language, from }.WithExample(
            "digest newsletters add harbour-news --title \"Harbour News\" --language en --from news@harbour.example");
        command.SetAction(host.WithoutStorage((session, cancellationToken) =>
        {
            var name = session.Arguments.GetRequiredValue(title);
            var proposal = new NewsletterProposal(
                session.Arguments.GetRequiredValue(slug),
                name,
                session.Arguments.GetRequiredValue(language),
                new Mailbox(name, EmailAddressArgument.Read(session.Arguments.GetRequiredValue(from))));
            return RunAsync(session, proposal, cancellationToken);
        }));
        return command;
    }

    private static Option<string> Needed(string name, string description, string help) =>
        new(name) { Description = description, HelpName = help, Required = true };

    private static async Task<int> RunAsync(
        CommandSession session, NewsletterProposal proposal, CancellationToken cancellationToken)
    {
        var digests = session.Get<IOptions<PathsOptions>>().Value.Digests;
        var path = await NewsletterFile.CreateAsync(digests, proposal, cancellationToken);
        session.Show(
            () => new JsonObject { ["newsletter"] = proposal.Slug, ["path"] = path },
            screen => screen.Show(new Outline($"{proposal.Slug}: made")
            {
                Path = path,
                Children = [new Outline($"next: give it sources there, then digest run {proposal.Slug}")],
            }));
        return ExitCodes.Done;
    }
}
