using Microsoft.Extensions.Hosting;

namespace Digest.Serving;

/// <summary>Leaves signals to the program, which turns them into a cancelled token for every command alike.</summary>
public sealed class ProgramLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
