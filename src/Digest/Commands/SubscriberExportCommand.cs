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
        var output = OutputOption.Create();
        var command = new Command("export", "Write a newsletter's readers as CSV") { slug, output }
            .WithExample("digest subscribers export --newsletter community-weekly --output readers.csv");
        command.SetAction(host.WithStorage(async (session, cancellationToken) =>
        {
            var newsletter = session.Get<NewsletterCatalog>().Get(session.Arguments.GetRequiredValue(slug));
            await using var csv = new StringWriter(CultureInfo.InvariantCulture);
            var count = await session.Get<SubscriberExport>().WriteAsync(newsletter.Slug, csv, cancellationToken);
            await ShowAsync(
                session, newsletter, count, csv.ToString(), session.Arguments.GetValue(output), cancellationToken);
            return ExitCodes.Done;
        }));
        return command;
    }

    private static async Task ShowAsync(
        CommandSession session,
        Newsletter newsletter,
        int count,
        string csv,
        string? output,
        CancellationToken cancellationToken)
    {
        if (output is null)
        {
            session.Show(() => Json(newsletter, count, "csv", csv), screen => screen.Block(csv));
            return;
        }

        var path = Path.GetFullPath(output, session.WorkingDirectory);
        await AtomicFile.WriteAsync(path, csv, cancellationToken);
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
