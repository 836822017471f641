using Digest.Model;
using Digest.Newsletters;
using Digest.Templating;

namespace Digest.Doctor;

/// <summary>Every <c>newsletter.yml</c>, and the templates that its issues are rendered with.</summary>
public sealed class NewsletterFindings(NewsletterCatalog catalog, Templates templates) : ICheck
{
    private const string Subject = "newsletters";

    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Finding>>([.. Read()]);

    private IEnumerable<Finding> Read()
    {
        try
        {
            var all = catalog.Load();
            return all.Count == 0
                ? [new Finding(Verdict.Warn, Subject, "there is none", "digest newsletters add --help")]
                : all.SelectMany(newsletter => Read(newsletter));
        }
        catch (SettingsException errors)
        {
            return errors.Errors.Select(error => new Finding(Verdict.Fail, Subject, error, "mend that line"));
        }
        catch (DigestException error)
        {
            return [new Finding(Verdict.Fail, Subject, error.Message, "mend that")];
        }
    }

    private Finding[] Read(Newsletter newsletter)
    {
        var sound = new Finding(Verdict.Pass, Subject, $"{newsletter.Slug}: {newsletter.Title}");
        try
        {
            templates.For(newsletter);
            return [sound, new Finding(Verdict.Pass, "templates", $"{newsletter.Slug}: all there")];
        }
        catch (DigestException error)
        {
            const string Remedy = "restore the file, or set Paths:Templates";
            return [sound, new Finding(Verdict.Fail, "templates", error.Message, Remedy)];
        }
    }
}
