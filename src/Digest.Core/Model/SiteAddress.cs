namespace Digest.Model;

/// <summary>Makes the public addresses of pages and feeds: one place, so that letters, pages and feeds agree.</summary>
public sealed class SiteAddress(Uri publicUrl)
{
    private readonly string _root = publicUrl.AbsoluteUri.TrimEnd('/') + "/";

    /// <summary>The newsletter's front page, ending in a slash.</summary>
    public string Home(string newsletter) => $"{_root}{Uri.EscapeDataString(newsletter)}/";

    /// <summary>The issue's page.</summary>
    public string Issue(IssueRef issue) => $"{Home(issue.Newsletter)}{Uri.EscapeDataString(issue.FileStem)}.html";

    /// <summary>A file of the newsletter's public folder, such as <c>feed.xml</c>.</summary>
    public string File(string newsletter, string name) => Home(newsletter) + name;

    /// <summary>
    /// The page that unsubscribes the bearer of a token; also the target of one-click POSTs (RFC 8058).
    /// </summary>
    public string Unsubscribe(string token) => $"{_root}unsubscribe/{token}";
}
