using Digest.Model;

namespace Digest.Compose.Stories.Objects;

/// <summary>
/// Pads of an Etherpad: <c>/p/name</c> with any revision, export or time slider, and <c>/name</c> of old.
/// </summary>
internal static class PadAddress
{
    public static string? Key(WebAddress address)
    {
        if (!address.Host.Contains("etherpad", StringComparison.Ordinal)
            && !address.Host.StartsWith("pad.", StringComparison.Ordinal))
        {
            return null;
        }

        var name = address.Path is ["p", _, ..] ? address.Segment(1)
            : address.Path is ["etherpad", "p", _, ..] ? address.Segment(2)
            : address.Path is [_] ? address.Segment(0)
            : null;
        return string.IsNullOrEmpty(name) ? null : ObjectKey.Pad(address.Host, name);
    }
}
