using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using Digest.Files;
using Digest.Model;
using Digest.Run;

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
        var output = new Option<string?>("--output") { Description = "Write to a file instead of stdout", HelpName = "FILE" };
        var command = new Command("preview", "Show an issue, or a draft as it stands, as a reader will see it")
        {
            issue, reader, format, output,
        }.WithExample("digest preview community-weekly/1 --format html --output /tmp/issue.html");
        command.SetAction(host.WithStorage(async (session, cancellationToken) =>
        {
            var (newsletter, reference) = session.Issue(session.Arguments.GetRequiredValue(issue));
            var content = await session.Get<IssuePreview>().ReadAsync(newsletter, reference, cancellationToken);
            var writer = session.Get<PreviewLetter>();
            var letter = await writer.WriteAsync(newsletter, content, session.Arguments.GetValue(reader), cancellationToken);
            var text = Pick(letter, session.Arguments.GetValue(format)!);
            return await ShowAsync(session, reference, text, session.Arguments.GetValue(output), cancellationToken);
        }));
        return command;
    }

    private static string Pick(LetterPreview letter, string format) => format switch
    {
        "html" => letter.Html,
        "eml" => Encoding.UTF8.GetString(letter.Message.Span),
        _ => letter.Text,
    };

    private static async Task<int> ShowAsync(
        CommandSession session, IssueRef reference, string text, string? output, CancellationToken cancellationToken)
    {
        if (output is null)
        {
            session.Show(
                () => new JsonObject { ["issue"] = reference.ToString(), ["content"] = text }, screen => screen.Block(text));
            return ExitCodes.Done;
        }

        var path = Path.GetFullPath(output, session.WorkingDirectory);
        await AtomicFile.WriteAsync(path, text, cancellationToken);
        session.Show(
            () => new JsonObject { ["issue"] = reference.ToString(), ["path"] = path },
            screen => screen.Show(new Output.Outline($"{reference}: written") { Path = path }));
        return ExitCodes.Done;
    }
}
