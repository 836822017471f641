using System.Diagnostics.CodeAnalysis;
using Digest.Model;

namespace Digest.Web;

/// <summary>The newsletters of this process, read and checked once; a change asks for a restart.</summary>
public sealed class ServedNewsletters(IReadOnlyList<Newsletter> newsletters)
{
    private readonly Dictionary<string, Newsletter> _bySlug =
        newsletters.ToDictionary(newsletter => newsletter.Slug, StringComparer.Ordinal);

    public IReadOnlyList<Newsletter> All { get; } = newsletters;

    public bool TryFind(string slug, [NotNullWhen(true)] out Newsletter? newsletter) =>
        _bySlug.TryGetValue(slug, out newsletter);
}
