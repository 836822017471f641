using System.Text;
using Digest.Markup;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Digest.Gather.Notes;

/// <summary>
/// Gives the relative links and images of a note the whole address that they have on the note's own page; not one other
/// character changes.
/// </summary>
internal static class NoteLinks
{
    /// <param name="body">Markdown.</param>
    /// <param name="address">Where the note is published; null for nowhere, and then the body stays as it is.</param>
    public static string Resolve(string body, string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var page) || !body.Contains("](", StringComparison.Ordinal))
            return body;

        var output = new StringBuilder(body.Length + 64);
        var at = 0;
        foreach (var link in MarkdownDialect.Parse(body).Descendants<LinkInline>()
            .Where(link => IsWritten(link, body))
            .OrderBy(link => link.UrlSpan.Start))
        {
            if (link.UrlSpan.Start < at || Whole(link, page) is not { } whole)
                continue;

            output.Append(body, at, link.UrlSpan.Start - at).Append(whole);
            at = link.UrlSpan.End + 1;
        }

        return output.Append(body, at, body.Length - at).ToString();
    }

    // The target of a reference stands elsewhere, and so do addresses that are no links of their author's.
    private static bool IsWritten(LinkInline link, string body) =>
        !link.IsAutoLink && link.Reference is null && link.UrlSpan is { Start: >= 0, Length: > 0 } span
        && span.End < body.Length
        && link.Url is { Length: > 0 } url
        && body.AsSpan(span.Start, span.Length).Trim("<>").Equals(url, StringComparison.Ordinal);

    private static string? Whole(LinkInline link, Uri page)
    {
        var written = link.Url!;
        var isWhole = Uri.TryCreate(written, UriKind.Absolute, out var uri) && !uri.IsFile;
        var address = isWhole || written.StartsWith('#') ? null
            : link.IsImage ? AddressRule.Image(written, page) : AddressRule.Link(written, page);
        return address is null ? null : MarkdownEscape.Address(address);
    }
}
