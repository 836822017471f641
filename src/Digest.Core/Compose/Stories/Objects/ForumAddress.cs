using Digest.Model;

namespace Digest.Compose.Stories.Objects;

/// <summary>Topics of a Discourse: <c>/t/slug/123/4</c>, <c>/t/123</c>, <c>/t/slug/123.rss</c>.</summary>
internal static class ForumAddress
{
    public static string? Key(WebAddress address)
    {
        if (address.IndexOf("t") is not (>= 0 and <= 1 and var at))
            return null;

        // A slug may be a number too, but then another number follows it.
        var number = Number(address.Segment(at + 1)) is { } first && Number(address.Segment(at + 2)) is null
            ? first
            : Slugged(address, at) ?? Number(address.Segment(at + 1));
        return number is null ? null : ObjectKey.Topic(address.Host, number.Value);
    }

    private static long? Slugged(WebAddress address, int at) =>
        Number(address.Segment(at + 1)) is null ? Number(address.Segment(at + 2)) : null;

    private static long? Number(string? segment) => ThingNumber.Of(segment?.Split('.')[0]);
}
