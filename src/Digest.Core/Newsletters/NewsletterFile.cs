using Digest.Files;
using Digest.Model;

namespace Digest.Newsletters;

/// <summary>Writes the <c>newsletter.yml</c> of a new newsletter.</summary>
public static class NewsletterFile
{
    /// <summary>Makes the newsletter's folder with a minimal settings file in it.</summary>
    /// <param name="digests">The folder with one folder per newsletter.</param>
    /// <returns>The absolute path of the file.</returns>
    /// <exception cref="DigestException">The file is there already, or a value cannot stand in one.</exception>
    public static async Task<string> CreateAsync(
        string digests, NewsletterProposal proposal, CancellationToken cancellationToken)
    {
        if ((TextRules.SlugFault(proposal.Slug) ?? LanguageTag.Check(proposal.Language)) is { } fault)
            throw new DigestException(fault) { ExitCode = 2 };

        var file = Path.Combine(Path.GetFullPath(digests), proposal.Slug, NewsletterCatalog.FileName);
        if (File.Exists(file))
            throw new DigestException($"{file}: is there already; edit it, or take another name");

        await AtomicFile.WriteAsync(file, Text(proposal), cancellationToken);
        return file;
    }

    /// <summary>The file's text.</summary>
    public static string Text(NewsletterProposal proposal)
    {
        var name = proposal.From.Name is { } given ? $"name: {YamlQuoted.Of(given)}, " : "";
        return $$"""
            # Every key is described in docs/configuration.md; these three are enough.
            title: {{YamlQuoted.Of(proposal.Title)}}
            language: {{proposal.Language}}
            from: { {{name}}address: {{YamlQuoted.Of(proposal.From.Address.Value)}} }

            """.ReplaceLineEndings("\n");
    }
}
