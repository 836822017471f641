using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using Digest.Files;
using Digest.Model;
using Digest.Output;
using Digest.Run;
using Digest.Subscribers;

namespace Digest.Commands;

/// <summary><c>digest preview</c>: an issue as one reader will see it.</summary>
public static class PreviewCommand
{
    public static Command Create(CommandHost host)
    {
        var issue = IssueArgument.Create();
        var reader = new Option<string?>("--as") { Description = "The reader it is written to", HelpName = "ADDRESS" };
        var format = new Option<string>("--format")
        {
            Description = "What to show: html, text or eml",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("html", "text", "eml");
        var output = OutputOption.Create();
        var command = new Command("preview", "Show an issue, or a draft as it stands, as a reader will see it")
        {
            issue, reader, format, output,
        }.WithExample("digest preview community-weekly/1 --format html --output /tmp/issue.html");
        command.SetAction(host.WithStorage(async (session, cancellationToken) =>
        {
            var (newsletter, reference) = session.Issue(session.Arguments.GetRequiredValue(issue));
            var content = await session.Get<IssuePreview>().ReadAsync(newsletter, reference, cancellationToken);
            var address = session.Arguments.GetValue(reader);
            var subscriber = await FindAsync(session, newsletter, address, cancellationToken);
            var text = Pick(session, newsletter, content, subscriber, session.Arguments.GetValue(format)!);
            return await ShowAsync(session, reference, text, session.Arguments.GetValue(output), cancellationToken);
        }));
        return command;
    }

    private static async Task<Subscriber?> FindAsync(
        CommandSession session, Newsletter newsletter, string? address, CancellationToken cancellationToken)
    {
        if (address is null)
            return null;

        var reader = EmailAddressArgument.Read(address);
        return await session.Get<SubscriberDesk>().FindAsync(newsletter.Slug, reader, cancellationToken)
            ?? throw new DigestException($"{reader} is no reader of {newsletter.Slug}; leave --as out, or add it");
    }

    private static string Pick(
        CommandSession session, Newsletter newsletter, FrozenIssue content, Subscriber? reader, string format)
    {
        var letter = session.Get<TrialLetter>();
        return format switch
        {
            "eml" => Encoding.UTF8.GetString(letter.Write(newsletter, content, reader)),
            "html" => letter.Fill(content.Html, newsletter, reader),
            _ => letter.Fill(content.Text, newsletter, reader),
        };
    }

    private static async Task<int> ShowAsync(
        CommandSession session, IssueRef reference, string text, string? output, CancellationToken cancellationToken)
    {
        if (output is null)
        {
            session.Show(
                () => new JsonObject { ["issue"] = reference.ToString(), ["content"] = text },
                screen => screen.Block(text));
            return ExitCodes.Done;
        }

        var path = Path.GetFullPath(output, session.WorkingDirectory);
        await AtomicFile.WriteAsync(path, text, cancellationToken);
        session.Show(
            () => new JsonObject { ["issue"] = reference.ToString(), ["path"] = path },
            screen => screen.Show(new Outline($"{reference}: written") { Path = path }));
        return ExitCodes.Done;
    }
}
