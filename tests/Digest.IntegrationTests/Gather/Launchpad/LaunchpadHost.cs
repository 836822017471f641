using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Gather.Launchpad;

/// <summary>The Gather stage beside a Launchpad of its own, for each test.</summary>
public abstract class LaunchpadHost : IAsyncLifetime
{
    private protected GatherHost Host { get; } = new();

    private protected FakeFeedServer Server { get; private set; } = null!;

    private protected FakeLaunchpad Launchpad { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = await FakeFeedServer.StartAsync();
        Launchpad = new FakeLaunchpad(Server);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
