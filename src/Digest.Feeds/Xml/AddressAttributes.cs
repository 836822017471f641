namespace Digest.Feeds.Xml;

/// <summary>The attributes of HTML that hold addresses.</summary>
internal static class AddressAttributes
{
    public static bool Has(ReadOnlySpan<char> name)
    {
        Span<char> lower = stackalloc char[12];
        if (name.Length > lower.Length)
            return false;

        return lower[..name.ToLowerInvariant(lower)] is "href" or "src" or "cite" or "action" or "poster" or "data"
            or "longdesc" or "background" or "usemap" or "codebase" or "classid" or "profile";
    }
}
