using System.Text.RegularExpressions;
using Digest.Model;

namespace Digest.Lint.Rules;

/// <summary>What a public page should not say of people.</summary>
internal static partial class PrivacyRules
{
    public static IReadOnlyList<LintRule> All { get; } =
    [
        new("mail-address", LintSeverity.Warning, Mail),
        new("phone-number", LintSeverity.Warning, Phone),
    ];

    private static IEnumerable<LintFault> Mail(LintSubject subject)
    {
        var own = new[] { subject.Newsletter.From, subject.Newsletter.ReplyTo }
            .Select(mailbox => mailbox?.Address.Value)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var written = subject.Reading.Prose.SelectMany(prose => MailAddress().Matches(prose.Text)
            .Select(match => (prose.Line, Address: match.Value)));
        var linked = subject.Reading.Links.Where(link => link.IsMail)
            .Select(link => (link.Line, Address: link.Url["mailto:".Length..].Split('?')[0]));
        return written.Concat(linked)
            .Where(found => !own.Contains(found.Address))
            .Distinct()
            .Select(found => new LintFault(
                found.Line,
                $"'{Quote.Of(found.Address)}' is a mail address: it stays on the page and in every archive",
                "delete it, unless its owner wants it known"));
    }

    private static IEnumerable<LintFault> Phone(LintSubject subject) =>
        from prose in subject.Reading.Prose
        from Match match in PhoneNumber().Matches(prose.Text)
        select new LintFault(
            prose.Line,
            $"'{Quote.Of(match.Value)}' looks like a telephone number",
            "delete it, unless its owner wants it known");

    [GeneratedRegex(
        @"(?<![A-Za-z0-9._%+/-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}")]
    private static partial Regex MailAddress();

    // +86 139 1234 5678, 13912345678, 090-1234-5678; runs of digits in hashes, versions and bug numbers are others.
    [GeneratedRegex(
        @"(?<![A-Za-z0-9.#/_-])(?:\+[0-9]{1,3}[ -]?[0-9]{2,4}(?:[ -]?[0-9]{3,4}){2}|1[3-9][0-9]{9}"
        + @"|0[789]0-[0-9]{4}-[0-9]{4}|0[0-9]{1,3}-[0-9]{3,4}-[0-9]{4}|0[1-9][0-9]{1,2}-[0-9]{7,8})"
        + @"(?![A-Za-z0-9/_-]|\.[0-9])")]
    private static partial Regex PhoneNumber();
}
