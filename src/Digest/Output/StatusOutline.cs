using System.Globalization;
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
                .. status.Issues.Count == 0 ? [new Outline("no issue yet: digest run")] : status.Issues.Select(Of),
            ],
        };

    public static Outline Of(IssueStatus status) =>
        new($"{status.Issue.Ref}: {status.Issue.Title}, {State(status.Issue)}")
        {
            Tone = status.Issue.State == IssueState.Sent ? Tone.Good : Tone.Plain,
            Children = [.. Stages(status)],
        };

    private static IEnumerable<Outline> Stages(IssueStatus status)
    {
        yield return new Outline($"drafted {Day(status.Issue.Created)}")
        {
            Path = status.Path,
            Children = [.. status.Sections.Select(section => new Outline($"{section.Section}: {section.Items}"))],
        };
        if (status.Issue.Approved is { } approved)
            yield return new Outline($"approved {Day(approved)}");
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

    private static string Day(DateTimeOffset moment) =>
        moment.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
}
