using System.Collections.Concurrent;

namespace Digest.Gather;

/// <summary>The waits that servers asked for, shared by every source of this process.</summary>
public sealed class HostWaits
{
    private readonly ConcurrentDictionary<string, HostWait> _waits = new(StringComparer.Ordinal);

    /// <summary>Adds waits; of two for the same scope the later one holds.</summary>
    public void Add(IEnumerable<HostWait> waits)
    {
        foreach (var wait in waits)
            _waits.AddOrUpdate(wait.Scope, wait, (_, old) => old.Until >= wait.Until ? old : wait);
    }

    /// <summary>The wait that holds longest for an address at a moment; null if it may be asked.</summary>
    /// <param name="own">The source's own scope; null for none.</param>
    internal HostWait? Find(string? own, Uri? address, DateTimeOffset time) => WaitScope.All(own, address)
        .Select(scope => _waits.GetValueOrDefault(scope))
        .Where(wait => wait?.Until > time)
        .MaxBy(wait => wait!.Until);
}
