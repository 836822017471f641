using Digest.Markup;
using Markdig.Syntax.Inlines;

namespace Digest.Lint;

/// <summary>A link or an image of the issue.</summary>
/// <param name="Url">As written; entities and Markdown's escapes are resolved.</param>
/// <param name="Label">Its words; empty for an address that stands for itself.</param>
/// <param name="IsImage">True for a picture.</param>
internal sealed record LintLink(string Url, string Label, int Line, bool IsImage)
{
    /// <summary>The address taken apart; null if it is no absolute web address.</summary>
    public Uri? Web => Uri.TryCreate(Url.Trim(), UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Host.Length > 0 ? uri : null;

    public bool IsMail => Url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);

    /// <summary>Null for what is no link.</summary>
    public static LintLink? Of(Inline inline, int bodyLine) => inline switch
    {
        AutolinkInline { IsEmail: true } mail => new LintLink($"mailto:{mail.Url}", "", LineOf(mail) + bodyLine, false),
        AutolinkInline address => new LintLink(address.Url, "", LineOf(address) + bodyLine, false),
        LinkInline { IsAutoLink: true } bare => new LintLink(bare.Url ?? "", "", LineOf(bare) + bodyLine, false),
        LinkInline link => new LintLink(
            link.Url ?? "", InlineText.Words(link), LineOf(link) + bodyLine, link.IsImage),
        _ => null,
    };

    // A link that was mended before it was read knows no place of its own; its paragraph does.
    private static int LineOf(Inline inline)
    {
        var parent = inline.Parent;
        while (parent?.Parent is { } outer)
            parent = outer;

        var first = parent?.ParentBlock?.Line ?? 0;
        return Math.Max(inline.Line, first);
    }
}
