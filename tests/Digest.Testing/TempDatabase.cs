using Digest.Model;
using Digest.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Digest.Testing;

/// <summary>A real database of its own for one test, with every store; deleted with its folder.</summary>
public sealed class TempDatabase : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly bool _ownsFolder;

    private TempDatabase(string folder, bool ownsFolder, bool isPatient = false)
    {
        Folder = folder;
        _ownsFolder = ownsFolder;

        // A short wait for locks: a test of a locked database need not take ten seconds.
        var settings = new Dictionary<string, string?>
        {
            ["Storage:ConnectionString"] = isPatient ? "" : "Default Timeout=1",
        };
        _services = new ServiceCollection()
            .Configure<PathsOptions>(paths => paths.Data = folder)
            .AddStorage(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .BuildServiceProvider();
    }

    /// <summary>The data folder.</summary>
    public string Folder { get; }

    /// <summary>The path of the SQLite file.</summary>
    public string File => Path.Combine(Folder, "digest.db");

    /// <summary>A new SQLite database with the newest schema.</summary>
    public static async Task<TempDatabase> CreateSqliteAsync(CancellationToken cancellationToken)
    {
        var database = NewSqlite();
        await database.Get<IStorageStartup>().PrepareAsync(cancellationToken);
        return database;
    }

    /// <summary>A place for a SQLite database that nobody has made yet.</summary>
    public static TempDatabase NewSqlite() =>
        new(Directory.CreateTempSubdirectory("digest-test-").FullName, ownsFolder: true);

    /// <summary>The same database as another process would open it: nothing shared but the file.</summary>
    public TempDatabase OpenAgain() => At(Folder);

    /// <summary>The same, waiting for locks as long as the program does: each gets its turn.</summary>
    public TempDatabase OpenAgainPatiently() => new(Folder, ownsFolder: false, isPatient: true);

    /// <summary>A database in a folder that somebody else deletes.</summary>
    public static TempDatabase At(string folder) => new(folder, ownsFolder: false);

    /// <summary>A store, or <see cref="IStorageStartup"/>.</summary>
    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_ownsFolder)
            Directory.Delete(Folder, recursive: true);
    }
}
