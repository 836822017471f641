using Digest.Markup;
using Digest.Model;
using Microsoft.Extensions.Options;

namespace Digest.Newsletters;

/// <summary>Every newsletter below the digests folder, read and checked together.</summary>
public sealed class NewsletterCatalog(
    IOptions<PathsOptions> paths, ICronCheck cron, IEnumerable<SourceKind> sourceKinds)
{
    /// <summary>The name of the settings file in a newsletter's folder.</summary>
    public const string FileName = "newsletter.yml";

    // Far above any real file: it only keeps a wrong link from filling the memory.
    private const long LargestFile = 4 * 1024 * 1024;

    private readonly NewsletterReader _reader = new(cron, [.. sourceKinds]);

    /// <summary>Reads all of them, in the order of their folders' names.</summary>
    /// <exception cref="SettingsException">One or more files are wrong; it holds every error.</exception>
    /// <exception cref="DigestException">There is no digests folder.</exception>
    public IReadOnlyList<Newsletter> Load()
    {
        var errors = new List<string>();
        var newsletters = new List<Newsletter>();
        foreach (var folder in Folders())
        {
            var file = Path.Combine(folder, FileName);
            if (!File.Exists(file))
                continue;

            var own = new SettingsErrors(file);
            if (ReadText(file, own) is { } text && _reader.Read(folder, text, own) is { } newsletter)
                newsletters.Add(newsletter);

            errors.AddRange(own.Lines);
        }

        errors.AddRange(DoubleSlugs(newsletters));
        return errors.Count == 0 ? newsletters : throw new SettingsException(errors);
    }

    /// <summary>One newsletter by slug.</summary>
    /// <exception cref="DigestException">There is none; the message lists those there are.</exception>
    public Newsletter Get(string slug)
    {
        var all = Load();
        if (all.FirstOrDefault(newsletter => newsletter.Slug == slug) is { } found)
            return found;

        var slugs = all.Select(newsletter => newsletter.Slug).ToList();
        throw new DigestException(slugs.Count == 0
            ? $"there is no newsletter '{slug}', and no other in {Root}; make one with: digest newsletters add"
            : $"there is no newsletter '{slug}'; there are {string.Join(", ", slugs)}{NearWord.Suggest(slug, slugs)}")
        {
            ExitCode = 2,
        };
    }

    /// <summary>One newsletter by slug, or null.</summary>
    /// <exception cref="SettingsException">One or more files are wrong.</exception>
    public Newsletter? Find(string slug) => Load().FirstOrDefault(newsletter => newsletter.Slug == slug);

    /// <summary>Reads a text as the settings file of a newsletter's folder, before it becomes one.</summary>
    /// <exception cref="SettingsException">It is wrong; it holds every error.</exception>
    internal Newsletter Read(string folder, string text)
    {
        var errors = new SettingsErrors(Path.Combine(folder, FileName));
        return _reader.Read(folder, text, errors) ?? throw new SettingsException([.. errors.Lines]);
    }

    private string Root => Path.GetFullPath(paths.Value.Digests);

    private IEnumerable<string> Folders() => Directory.Exists(Root)
        ? Directory.EnumerateDirectories(Root)
            .Where(folder => !Path.GetFileName(folder).StartsWith('.'))
            .Order(StringComparer.Ordinal)
        : throw new DigestException($"{Root}: there is no such folder; make it, or set Paths:Digests to another");

    private static string? ReadText(string file, SettingsErrors errors)
    {
        try
        {
            if (new FileInfo(file).Length <= LargestFile)
                return TextDecoder.Decode(File.ReadAllBytes(file));

            errors.Add(1, "file", "is larger than 4 MiB; a newsletter.yml is a page or two");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            errors.Add(1, "file", $"cannot be read: {error.Message}; check its permissions");
        }

        return null;
    }

    private static IEnumerable<string> DoubleSlugs(List<Newsletter> newsletters) => newsletters
        .GroupBy(newsletter => newsletter.Slug, StringComparer.Ordinal)
        .Where(group => group.Count() > 1)
        .Select(group => group.Select(newsletter => Path.Combine(newsletter.Folder, FileName)).ToList())
        .Select(files => $"{files[^1]}:1: slug: is that of {files[0]} too; set 'slug:' in one of them to another name");
}
