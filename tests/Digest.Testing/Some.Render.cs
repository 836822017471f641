using Digest.Markup;
using Digest.Model;
using Digest.Render;
using Digest.Templating;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Digest.Testing;

public static partial class Some
{
    public static SiteAddress SiteAddress() => new(new Uri("https://newsletter.example.org/"));

    /// <summary>The templates that are shipped.</summary>
    public static Templates Templates() =>
        new(Options.Create(new PathsOptions { Templates = Path.Combine(Corpus.Root, "templates") }));

    public static IssueRenderer IssueRenderer() =>
        new(Templates(), SiteAddress(), NullLogger<IssueRenderer>.Instance);

    /// <summary>An issue approved at its cut-off and rendered with the shipped templates.</summary>
    public static FrozenIssue RenderedIssue(string markdown, Newsletter? newsletter = null, Issue? issue = null)
    {
        var of = newsletter ?? Newsletter();
        var draft = issue ?? Issue(of.Slug);
        var approved = draft with { State = IssueState.Approved, Approved = draft.CutOff };
        return IssueRenderer().Render(of, approved, IssueMarkdown.Parse(markdown));
    }
}
