using Digest.Gather;
using Digest.Model;

namespace Digest.Scheduling;

/// <summary>Reads the sources of a newsletter that polling is due for, under the run's lock.</summary>
/// <returns>Null if none is due.</returns>
/// <exception cref="DigestException">Another process holds the lock, or an operator must mend something.</exception>
public delegate Task<GatherReport?> PollSources(Newsletter newsletter, CancellationToken cancellationToken);
