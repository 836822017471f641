using Digest.Gather;
using Digest.Gather.Web;
using Digest.Model;
using Digest.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Digest.IntegrationTests.Gather;

/// <summary>The Gather stage as the program composes it, over a ledger in memory.</summary>
internal sealed class GatherHost : IAsyncDisposable
{
    private readonly ServiceProvider _provider;
    private readonly TempFolder _data = new();

    public GatherHost(params (string Key, string Value)[] settings) : this(null, settings)
    {
    }

    /// <param name="resolve">Answers for the name server; null for the real one.</param>
    public GatherHost(ResolveHost? resolve, params (string Key, string Value)[] settings)
    {
        var values = settings.ToDictionary(setting => $"Gather:{setting.Key}", setting => (string?)setting.Value);
        values.TryAdd("Gather:AllowPrivateNetworks", "true");
        values.TryAdd("Gather:RetryDelay", "00:00:00");
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        services.AddLogging();
        if (resolve is not null)
            services.AddSingleton(resolve);
        services.AddGather();
        services.Configure<PathsOptions>(paths => paths.Data = _data.Path);
        services.AddSingleton<ISourceStore>(Store);
        _provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
    }

    public InMemorySourceStore Store { get; } = new();

    public T Get<T>() where T : notnull => _provider.GetRequiredService<T>();

    /// <summary>Reads one source by its connector, without the ledger.</summary>
    public Task<FetchOutcome> ReadAsync(SourceDefinition source, SourceState? state = null) =>
        _provider.GetServices<ISourceReader>()
            .Single(reader => reader.Type == source.Type)
            .ReadAsync(Some.Request(source, state), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        _data.Dispose();
    }
}
