using Digest.Model;
using Microsoft.AspNetCore.Http;

namespace Digest.Serving;

/// <summary>Reads <c>Web:Urls</c>, so that a wrong address is refused before anything starts.</summary>
public static class ListenAddresses
{
    /// <exception cref="DigestException">One of them is no address to listen on.</exception>
    public static IReadOnlyList<string> Read(string urls)
    {
        var addresses = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (addresses.Length == 0)
            throw Refuse(urls, "names no address");

        foreach (var address in addresses)
            Check(address);
        return addresses;
    }

    private static void Check(string address)
    {
        try
        {
            var parsed = BindingAddress.Parse(address);
            if (parsed.Scheme != Uri.UriSchemeHttp)
                throw Refuse(address, "is not http; let a proxy in front end TLS");
            if (parsed.Port is < 0 or > ushort.MaxValue || parsed.PathBase.Length > 0)
                throw Refuse(address, "is not a host and a port alone");
        }
        catch (FormatException error)
        {
            throw Refuse(address, error.Message.ReplaceLineEndings(" ").TrimEnd('.', ' '));
        }
    }

    private static DigestException Refuse(string address, string reason) =>
        new($"Web:Urls: '{address}' {reason}; write for example http://127.0.0.1:5080") { ExitCode = 2 };
}
