using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Digest.Files;
using Digest.Model;
using Digest.Newsletters;
using Digest.Output;
using Digest.Subscribers;

namespace Digest.Commands;

/// <summary><c>digest subscribers export</c>.</summary>
public static class SubscriberExportCommand
{
    public static Command Create(CommandHost host)
    {
        var slug = SubscribersCommand.NewsletterOption();
        var output = new Option<string?>("--output") { Description = "Write to a file instead of stdout", HelpName = "FILE" };
        var command = new Command("export", "Write a newsletter's readers as CSV") { slug, output }
            .WithExample("digest subscribers export --newsletter community-weekly --output readers.csv");
        command.SetAction(host.WithStorage(async (session, cancellationToken) =>
        {
            var newsletter = session.Get<NewsletterCatalog>().Get(session.Arguments.GetRequiredValue(slug));
            await using var csv = new StringWriter(CultureInfo.InvariantCulture);
            var count = await session.Get<SubscriberExport>().WriteAsync(newsletter.Slug, csv, cancellationToken);
            if (session.Arguments.GetValue(output) is { } file)
                await WriteAsync(session, newsletter, Path.GetFullPath(file, session.WorkingDirectory), csv, count, cancellationToken);
            else
                session.Show(() => Json(newsletter, count, "csv", csv.ToString()), screen => screen.Block(csv.ToString()));
            return ExitCodes.Done;
        }));
        return command;
    }

    private static async Task WriteAsync(
        CommandSession session, Newsletter newsletter, string path, StringWriter csv, int count, CancellationToken cancellationToken)
    {
        await AtomicFile.WriteAsync(path, csv.ToString(), cancellationToken);
        session.Show(
            () => Json(newsletter, count, "path", path),
            screen => screen.Show(new Outline($"{newsletter.Slug}: {Counted.Of(count, "reader")}") { Path = path }));
    }

    private static JsonObject Json(Newsletter newsletter, int count, string kind, string value) => new()
    {
        ["newsletter"] = newsletter.Slug,
        ["readers"] = count,
        [kind] = value,
    };
}
