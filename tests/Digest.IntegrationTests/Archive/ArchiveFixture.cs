using Digest.Model;
using Digest.Render;
using Digest.Run;
using Digest.Testing;

namespace Digest.IntegrationTests.Archive;

/// <summary>A newsletter in a folder of its own, a database, and an archive to import.</summary>
internal sealed class ArchiveFixture : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("digest-archive-");

    private ArchiveFixture(TempDatabase database)
    {
        Database = database;
        Newsletter = Some.Newsletter() with { Folder = Path.Combine(_folder.FullName, "weekly") };
        Import = new ArchiveImport(
            Some.IssueRenderer(), database.Get<IFrozenIssueStore>(), database.Get<IIssueStore>());
    }

    public TempDatabase Database { get; }

    public Newsletter Newsletter { get; }

    public ArchiveImport Import { get; }

    public string Archive => Path.Combine(_folder.FullName, "archive");

    public static async Task<ArchiveFixture> CreateAsync(CancellationToken cancellationToken) =>
        new(await TempDatabase.CreateSqliteAsync(cancellationToken));

    public Task<ArchiveImportReport> RunAsync(CancellationToken cancellationToken) =>
        Import.RunAsync(Archive, Newsletter, cancellationToken);

    public string Write(string name, string text)
    {
        var path = Path.Combine(Archive, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public string Copy(string stem) => File.ReadAllText(Path.Combine(Newsletter.Folder, "issues", $"{stem}.md"));

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
