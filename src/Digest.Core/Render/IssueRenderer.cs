using Digest.Model;

namespace Digest.Render;

/// <summary>Renders an issue once: HTML mail, text, page and feed content. A pure function of its arguments and the templates.</summary>
public sealed class IssueRenderer(Templates templates, SiteAddress site)
{
    /// <param name="issue">With its final title, range, state and approval time; the content hash is filled in here.</param>
    public FrozenIssue Render(Newsletter newsletter, Issue issue, IssueDocument document) =>
        throw new NotImplementedException();
}
