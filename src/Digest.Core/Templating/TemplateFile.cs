using Digest.Model;

namespace Digest.Templating;

/// <summary>One file of a template folder.</summary>
/// <param name="Name">Relative to the folder: <c>issue.html.hbs</c>, <c>partials/head.html.hbs</c>.</param>
/// <param name="Text">What it holds.</param>
public sealed record TemplateFile(string Name, string Text)
{
    private const string PartialFolder = "partials/";
    private const string Extension = ".hbs";

    /// <summary>What to do about templates that are not there.</summary>
    internal const string Remedy = "restore it, or set Paths:Templates to the folder that holds default/";

    public bool IsStyle => Name.EndsWith(".css", StringComparison.Ordinal);

    public bool IsPartial => Name.StartsWith(PartialFolder, StringComparison.Ordinal);

    public bool IsText => Name.EndsWith(".txt.hbs", StringComparison.Ordinal);

    /// <summary>What code and other templates call it: <c>issue.html</c>; a partial has no type: <c>head</c>.</summary>
    public string TemplateName => IsPartial
        ? Name[PartialFolder.Length..].Split('.')[0]
        : Name[..^Extension.Length];

    /// <exception cref="DigestException">The folder is missing or cannot be read.</exception>
    public static IEnumerable<TemplateFile> ReadFolder(string folder)
    {
        try
        {
            return [.. Read(folder, ""), .. Read(folder, PartialFolder)];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new DigestException(
                $"{folder}: the templates cannot be read ({failure.Message}); {Remedy}", failure);
        }
    }

    /// <summary>Raw output would let untrusted text through; only cleaned HTML is written as it is.</summary>
    /// <exception cref="DigestException">The template has raw output.</exception>
    public void RefuseRawOutput()
    {
        var at = Text.IndexOf("{{{", StringComparison.Ordinal);
        if (at < 0)
            at = Text.IndexOf("{{&", StringComparison.Ordinal);
        if (at < 0 || IsText)
            return;

        var line = Text.AsSpan(0, at).Count('\n') + 1;
        throw new DigestException(
            $"{Name}:{line}: raw output is refused in templates; write {{{{x}}}}, cleaned HTML passes as it is");
    }

    private static IEnumerable<TemplateFile> Read(string root, string folder)
    {
        var path = Path.Combine(root, folder);
        if (folder.Length > 0 && !Directory.Exists(path))
            return [];

        return Directory.EnumerateFiles(path)
            .Where(file => Path.GetExtension(file) is Extension or ".css")
            .Select(file => new TemplateFile(folder + Path.GetFileName(file), File.ReadAllText(file)));
    }
}
