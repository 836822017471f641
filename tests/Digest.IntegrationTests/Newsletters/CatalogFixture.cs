using Digest.Gather;
using Digest.Model;
using Digest.Newsletters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Digest.IntegrationTests.Newsletters;

/// <summary>A digests folder of its own for one test.</summary>
internal sealed class CatalogFixture : IDisposable
{
    // What the program's own connectors take.
    private static readonly IReadOnlyList<SourceKind> Kinds =
    [
        .. new ServiceCollection().AddGather()
            .Select(service => service.ImplementationInstance).OfType<SourceKind>(),
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("digest-catalog-");

    public string Root => _folder.FullName;

    public NewsletterCatalog Catalog =>
        new(Options.Create(new PathsOptions { Digests = Root }), new SixFields(), Kinds);

    public string Write(string name, string text)
    {
        var path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>The errors of one settings file without its path, or none.</summary>
    public IReadOnlyList<string> Errors(string text)
    {
        var path = Write("weekly/newsletter.yml", text);
        try
        {
            Catalog.Load();
            return [];
        }
        catch (SettingsException error)
        {
            return [.. error.Errors.Select(line => line.Replace($"{path}:", "", StringComparison.Ordinal))];
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private sealed class SixFields : ICronCheck
    {
        public string? Check(string expression) =>
            expression.Split(' ').Length == 6 ? null : "is no schedule; write \"0 0 9 ? * FRI\"";
    }
}
