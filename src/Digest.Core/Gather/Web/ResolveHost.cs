using System.Net;

namespace Digest.Gather.Web;

/// <summary>Asks for the addresses of a host, once for each connection.</summary>
internal delegate Task<IPAddress[]> ResolveHost(string host, CancellationToken cancellationToken);
