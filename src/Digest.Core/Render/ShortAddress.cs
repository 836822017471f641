namespace Digest.Render;

/// <summary>
/// What a bare address shows: host and the beginning of the path. The whole address is no description of anything,
/// breaks the line, and a screen reader spells it (standards.md H6). It is made from the target, so it cannot lie.
/// </summary>
public static class ShortAddress
{
    private const int Length = 44;

    public static string Of(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
            return address;
        if (uri.Scheme == Uri.UriSchemeMailto)
            return PlainLine.Of(address.Split(':', '?')[1]);
        if (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps)
            return address;

        var host = uri.IdnHost.StartsWith("www.", StringComparison.Ordinal) ? uri.IdnHost[4..] : uri.IdnHost;
        var path = PlainLine.Of(Uri.UnescapeDataString(uri.PathAndQuery + uri.Fragment)).TrimEnd('/');
        var text = host + path;
        return text.Length <= Length ? text : Cut(text);
    }

    private static string Cut(string text)
    {
        var end = char.IsLowSurrogate(text[Length - 1]) ? Length - 2 : Length - 1;
        return text[..end].TrimEnd('/', '-', '_', '.', '?', '&', '=') + "…";
    }
}
