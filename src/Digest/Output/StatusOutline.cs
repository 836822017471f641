using Digest.Model;
using Digest.Run;

namespace Digest.Output;

/// <summary>How a newsletter or an issue stands, as an outline.</summary>
public static class StatusOutline
{
    public static Outline Of(NewsletterStatus status) =>
        new($"{status.Newsletter.Slug}: {status.Newsletter.Title}")
        {
            Path = status.Newsletter.Folder,
            Children =
            [
                .. status.Failing.Select(failing =>
                    new Outline($"source {failing.SourceId} fails: {failing.Error}") { Tone = Tone.Bad }),
                .. status.Issues.Count == 0 ? [new Outline("no issue yet: digest run")] : 
                    status.Issues.Select(issue => Of(issue, status.Newsletter.Zone)),
            ],
        };

    /// <param name="zone">The newsletter's, in which people read its times.</param>
    public static Outline Of(IssueStatus status, TimeZoneInfo zone) =>
        new($"{status.Issue.Ref}: {status.Issue.Title}, {State(status.Issue)}")
        {
            Tone = status.Issue.State == IssueState.Sent ? Tone.Good : Tone.Plain,
            Children = [.. Stages(status, zone)],
        };

    private static IEnumerable<Outline> Stages(IssueStatus status, TimeZoneInfo zone)
    {
        yield return new Outline($"drafted {Moments.Of(status.Issue.Created, zone)}")
        {
            Path = status.Path,
            Children = [.. status.Sections.Select(section => new Outline($"{section.Section}: {section.Items}"))],
        };
        if (status.Issue.Approved is { } approved)
            yield return new Outline($"approved {Moments.Of(approved, zone)}");
        if (status.Issue is { Sent: { } sent, Imported: false })
            yield return new Outline($"sent {Moments.Of(sent, zone)}");
        if (status.Page is not null)
            yield return new Outline("published") { Path = status.Page };
        if (status.Letters.Audience > 0)
        {
            yield return new Outline(Counted.Of(status.Letters.Audience, "letter"))
            {
                Children = [.. DeliveryOutline.States(status.Letters)],
            };
        }

        if (Next(status.Issue) is { } next)
            yield return new Outline($"next: {next}") { Tone = Tone.Warning };
    }

    private static string? Next(Issue issue) => issue.State switch
    {
        IssueState.Draft => $"digest approve {issue.Ref}",
        IssueState.Approved or IssueState.Sending => $"digest send {issue.Ref}",
        _ => null,
    };

    private static string State(Issue issue) => issue.Imported ? "imported" : IssueJson.Word(issue.State);
}
