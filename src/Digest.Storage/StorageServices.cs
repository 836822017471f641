using Digest.Compose;
using Digest.Compose.Stories;
using Digest.Compose.Stories.Memory;
using Digest.Deliver;
using Digest.Gather;
using Digest.Model;
using Digest.Publish;
using Digest.Render;
using Digest.Run;
using Digest.Storage.Compose;
using Digest.Storage.Deliver;
using Digest.Storage.Gather;
using Digest.Storage.Migrations;
using Digest.Storage.Publish;
using Digest.Storage.Render;
using Digest.Storage.Run;
using Digest.Storage.Sql;
using Digest.Storage.Sqlite;
using Digest.Storage.Subscribers;
using Digest.Subscribers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Digest.Storage;

/// <summary>Registers the database and every stage's store.</summary>
public static class StorageServices
{
    /// <param name="configuration">The root, whose section <c>Storage</c> is bound; the program binds
    /// <c>Paths</c>.</param>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection(StorageOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        services.AddSingleton<ConnectionFactory>(CreateFactory);
        services.AddSingleton<Database>();
        services.AddSingleton<IStorageStartup, DatabaseInitializer>();
        return services.AddStores();
    }

    private static SqliteConnectionFactory CreateFactory(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<StorageOptions>>().Value;
        var paths = services.GetRequiredService<IOptions<PathsOptions>>().Value;
        return new SqliteConnectionFactory(SqliteConnectionString.Complete(options.ConnectionString, paths.Data));
    }

    private static IServiceCollection AddStores(this IServiceCollection services) => services
        .AddSingleton<ISourceStore, SqlSourceStore>()
        .AddSingleton<IDraftStore, SqlDraftStore>()
        .AddSingleton<IStoryStore, SqlStoryStore>()
        .AddSingleton<ITellingStore, SqlTellingStore>()
        .AddSingleton<IFrozenIssueStore, SqlFrozenIssueStore>()
        .AddSingleton<IPublishedIssueStore, SqlPublishedIssueStore>()
        .AddSingleton<IOutboxStore, SqlOutboxStore>()
        .AddSingleton<ISubscriberStore, SqlSubscriberStore>()
        .AddSingleton<ISuppressionStore, SqlSuppressionStore>()
        .AddSingleton<IIssueStore, SqlIssueStore>()
        .AddSingleton<ILetterStore, SqlLetterStore>()
        .AddSingleton<IRunStore, SqlRunStore>()
        .AddSingleton<IBounceStore, SqlBounceStore>();
}
