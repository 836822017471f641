using System.CommandLine;
using Digest.Newsletters;
using Digest.Output;
using Digest.Run;
using Digest.Subscribers;

namespace Digest.Commands;

/// <summary><c>digest subscribers import</c>.</summary>
public static class SubscriberImportCommand
{
    public static Command Create(CommandHost host)
    {
        var file = new Argument<string>("file")
        {
            Description = "CSV with a header row: email, and optionally name, language, topics, timezone",
        };
        var slug = SubscribersCommand.NewsletterOption();
        var consent = SubscribersCommand.ConsentOption();
        var command = new Command("import", "Import readers from a CSV file; refused rows are listed, the others stay")
        {
            file, slug, consent,
        }.WithExample("digest subscribers import readers.csv --newsletter community-weekly --consent \"sign-up\"");
        command.SetAction(host.WithStorage(async (session, cancellationToken) =>
        {
            var newsletter = session.Get<NewsletterCatalog>().Get(session.Arguments.GetRequiredValue(slug));
            var path = Path.GetFullPath(session.Arguments.GetRequiredValue(file), session.WorkingDirectory);
            var report = await session.Get<SubscriberImport>().ImportAsync(
                newsletter.Slug, path, session.Arguments.GetRequiredValue(consent), cancellationToken);
            session.Show(
                () => RunReportJson.Import(report), screen => screen.Show(ImportOutline.Of(newsletter.Slug, report)));
            return report.Refused.Count == 0 ? ExitCodes.Done : ExitCodes.PartlyDone;
        }));
        return command;
    }
}
