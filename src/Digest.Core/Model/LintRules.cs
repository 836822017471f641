namespace Digest.Model;

/// <summary>
/// The ids of the rules that issues are checked by. They are kept for ever: settings and scripts name them.
/// </summary>
public static class LintRules
{
    public static IReadOnlyList<string> Ids { get; } =
    [
        "front-matter", "text-before-front-matter", "title-missing", "title-long",
        "number-missing", "number-title", "number-next",
        "range-title", "range-overlap", "range-gap", "range-future", "range-long", "range-year", "date-outside",
        "link-empty", "link-relative", "link-scheme", "link-label", "link-invisible", "link-space", "link-label-space",
        "link-punctuation", "link-escaped", "link-undefined", "link-schemeless",
        "link-tracking", "link-private", "link-placeholder", "link-user", "link-http",
        "duplicate-item", "duplicate-link", "duplicate-text", "repeat",
        "no-items", "summary-missing", "summary-draft", "list-number",
        "section-empty", "heading-near", "heading-duplicate", "heading-level",
        "mail-address", "phone-number",
        "control-character", "invisible-character", "residue-pattern", "residue-note", "residue-conflict",
        "residue-template", "residue-html", "residue-declaration", "comment-open", "fence-open",
        "letter-large", "letter-too-large", "letter-text",
    ];
}
