using Digest.Model;

namespace Digest.Compose.Stories.Objects;

/// <summary>
/// Changes of a Gerrit: <c>/c/project/+/38230</c>, <c>/c/38230</c>, <c>/#/c/38230/2</c>, <c>/#change,38230</c>, all of
/// them also below <c>/r</c>, and <c>/38230</c> on a host that says it is for reviews.
/// </summary>
internal static class ReviewAddress
{
    public static string? Key(WebAddress address) =>
        (InFragment(address.Fragment) ?? InPath(address)) is { } number
            ? ObjectKey.Change(address.Host, number)
            : null;

    private static long? InFragment(string fragment)
    {
        if (fragment.StartsWith("change,", StringComparison.Ordinal))
            return ThingNumber.Of(fragment["change,".Length..].Split(',')[0]);

        var parts = fragment.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts is ["c", ..] ? InParts(parts) : null;
    }

    private static long? InPath(WebAddress address)
    {
        var parts = address.Path is ["r", .. var below] ? below : address.Path;
        var isForReviews = address.Host.StartsWith("review", StringComparison.Ordinal)
            || address.Host.Contains("gerrit", StringComparison.Ordinal);
        if (parts is ["c", ..])
            return InParts(parts);

        return isForReviews && parts is [var number] ? ThingNumber.Of(number) : null;
    }

    // Behind the number stand a patch set and a file; before it the project, closed by a plus.
    private static long? InParts(string[] parts)
    {
        for (var at = 1; at < parts.Length - 1; at++)
        {
            if (parts[at] is "+" or "%2B")
                return ThingNumber.Of(parts[at + 1]);
        }

        if (parts.Length < 2)
            return null;

        return parts.Length == 2 || ThingNumber.Of(parts[2].Split("..")[^1]) is not null
            ? ThingNumber.Of(parts[1])
            : null;
    }
}
