using System.Collections.Concurrent;
using Digest.Model;
using Microsoft.Extensions.Options;

namespace Digest.Templating;

/// <summary>
/// The templates of the installation (<c>Paths:Templates/default</c>), and of newsletters that bring their own: a file
/// in <c>digests/&lt;newsletter&gt;/templates</c> takes the place of the default one of the same name. Read once.
/// </summary>
public sealed class Templates(IOptions<PathsOptions> paths)
{
    private readonly ConcurrentDictionary<string, TemplateSet> _sets = new(StringComparer.Ordinal);

    /// <exception cref="DigestException">A template is missing or broken; the message names it.</exception>
    public TemplateSet For(Newsletter newsletter)
    {
        var defaults = Path.Combine(paths.Value.Templates, "default");
        var own = Path.Combine(newsletter.Folder, "templates");
        return Directory.Exists(own)
            ? _sets.GetOrAdd(own, folder => TemplateSet.Load([defaults, folder]))
            : _sets.GetOrAdd(defaults, folder => TemplateSet.Load([folder]));
    }
}
