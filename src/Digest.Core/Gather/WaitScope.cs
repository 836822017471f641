using System.Globalization;
using Digest.Model;

namespace Digest.Gather;

/// <summary>
/// Names whom a server's wish to wait holds for: its host and port, unless the source says otherwise. Behind one host
/// there may be many servers (a route of a feed maker), and many hosts may be one (the blogs of a blog service).
/// </summary>
internal static class WaitScope
{
    public const string Host = "host";
    public const string Source = "source";

    /// <summary>What the source itself says: null for the host that answers, else one source or a domain.</summary>
    public static string? Of(string newsletter, SourceDefinition source) => source.Wait switch
    {
        null or Host => null,
        Source => $"source {newsletter}/{source.Id}",
        var domain => Domain(domain),
    };

    /// <param name="own">The source's own scope, from <see cref="Of"/>.</param>
    /// <param name="address">The address that answered.</param>
    public static string At(string? own, Uri address) =>
        own is null || (own[0] == '.' && !IsBelow(address, own)) ? Authority(address) : own;

    /// <summary>Every scope that holds for an address.</summary>
    public static IEnumerable<string> All(string? own, Uri? address)
    {
        if (own is not null)
            yield return own;
        if (address is null || own?.StartsWith(Source, StringComparison.Ordinal) == true)
            yield break;

        yield return Authority(address);
        var host = $".{address.IdnHost}";
        for (var dot = 0; dot >= 0; dot = host.IndexOf('.', dot + 1))
            yield return host[dot..];
    }

    public static string Authority(Uri address) =>
        string.Create(CultureInfo.InvariantCulture, $"{address.IdnHost.TrimEnd('.')}:{address.Port}");

    private static string Domain(string name) => $".{name.Trim('.').ToLowerInvariant()}";

    private static bool IsBelow(Uri address, string domain) =>
        $".{address.IdnHost}".EndsWith(domain, StringComparison.OrdinalIgnoreCase);
}
