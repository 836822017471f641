using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Digest.Compose;
using Digest.Lint;
using Digest.Model;
using Digest.Render;

namespace Digest.Run;

/// <summary>Looks at an issue's file before readers do. Nothing is moved and nothing is asked of the network.</summary>
public sealed partial class IssueLint(IIssueStore issues, IFrozenIssueStore frozen, IssueRenderer renderer)
{
    // What an issue told half a year ago is news again.
    private const int RememberedIssues = 12;

    /// <exception cref="DigestException">
    /// There is no such issue, or its file is missing or in another encoding.
    /// </exception>
    public async Task<LintReport> CheckAsync(
        Newsletter newsletter, IssueRef reference, CancellationToken cancellationToken)
    {
        var issue = await issues.FindAsync(reference, cancellationToken)
            ?? throw IssueTrouble.Unknown(reference);
        var path = DraftFiles.PathOf(newsletter, reference);
        var text = await DraftFiles.ReadAsync(newsletter, reference, cancellationToken)
            ?? throw DraftReader.Missing(path, reference);
        var earlier = await EarlierAsync(issue, cancellationToken);
        var subject = SubjectOf(newsletter, issue, text) with
        {
            Previous = earlier.FirstOrDefault(one => one.Number is not null),
            Told = await ToldAsync(earlier, cancellationToken),
        };
        return new LintReport(reference, path, Linter.Check(subject with { Letter = LetterOf(subject) }));
    }

    internal static LintSubject SubjectOf(Newsletter newsletter, Issue issue, string text)
    {
        var (reading, faults) = DraftReader.Examine(text, issue);
        return new LintSubject
        {
            Newsletter = newsletter,
            Issue = reading.Issue,
            Reading = LintReading.Of(text),
            // A fault is told as 'what is wrong; what to do'.
            HeadFaults = [.. issue.Imported ? [] : faults.Select(fault => HeadFault(fault.Line, fault.Text))],
            Addresses = new LintAddresses(CanonicalUrl.Of, CanonicalUrl.WithoutTracking),
        };
    }

    private static LintFault HeadFault(int line, string text)
    {
        var cut = text.LastIndexOf("; ", StringComparison.Ordinal);
        return cut < 0 ? new LintFault(line, text, "correct it") : new LintFault(line, text[..cut], text[(cut + 2)..]);
    }

    /// <summary>Issues before this one, newest first.</summary>
    private async Task<IReadOnlyList<Issue>> EarlierAsync(Issue issue, CancellationToken cancellationToken)
    {
        var all = await issues.ListAsync(issue.Ref.Newsletter, cancellationToken);
        return
        [
            .. all.Where(other => other.Ref != issue.Ref && IsBefore(other, issue)
                    && other.State is not (IssueState.Draft or IssueState.Cancelled))
                .OrderByDescending(other => other.To)
                .ThenByDescending(other => other.Number)
                .Take(RememberedIssues),
        ];
    }

    private static bool IsBefore(Issue other, Issue issue) => other.Number is { } one && issue.Number is { } two
        ? one < two
        : other.To < issue.To;

    private async Task<IReadOnlyDictionary<string, string>> ToldAsync(
        IReadOnlyList<Issue> earlier, CancellationToken cancellationToken)
    {
        var told = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var issue in earlier)
        {
            if (await frozen.FindAsync(issue.Ref, cancellationToken) is not { } content)
                continue;

            foreach (Match link in Target().Matches(content.BodyHtml))
            {
                if (CanonicalUrl.Of(WebUtility.HtmlDecode(link.Groups[1].Value)) is { } key)
                    told.TryAdd(key, issue.Title);
            }
        }

        return told;
    }

    /// <summary>Null where it cannot be rendered: approving tells why.</summary>
    private LintLetter? LetterOf(LintSubject subject)
    {
        try
        {
            // An imported issue is rendered whatever its size; how large it is shall be told, not refused.
            var issue = subject.Issue with { Imported = true, Approved = subject.Issue.CutOff };
            var content = renderer.Render(subject.Newsletter, issue, subject.Reading.Document);
            return new LintLetter(Encoding.UTF8.GetByteCount(content.Html), content.Text);
        }
        catch (DigestException)
        {
            return null;
        }
    }

    [GeneratedRegex("href=\"([^\"]+)\"")]
    private static partial Regex Target();
}
