using Digest.Mail.Mime;
using Digest.Markup;
using Digest.Model;
using Digest.Testing;

namespace Digest.Benchmarks;

/// <summary>The reference issue and what a letter of it is made of.</summary>
internal static class SampleLetter
{
    public static readonly Newsletter Newsletter = Some.Newsletter();

    public static readonly Mailbox Reader = Some.Mailbox("reader@example.com", "林海");

    public static readonly FrozenIssue Issue = Render();

    public static readonly DateTimeOffset Date = Issue.Issue.CutOff;

    public const string MessageId = "1.weekly@news.example";

    private static FrozenIssue Render()
    {
        var issue = Some.Issue();
        issue = issue with { State = IssueState.Approved, Approved = issue.CutOff };
        return Some.IssueRenderer().Render(Newsletter, issue, IssueMarkdown.Parse(WeeklyText.Markdown()));
    }
}
