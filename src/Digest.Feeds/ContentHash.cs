using System.Security.Cryptography;
using System.Text;

namespace Digest.Feeds;

/// <summary>An identity for an entry whose feed gives it none.</summary>
internal static class ContentHash
{
    /// <summary>
    /// Made of link and title, what a feed rewrites least; dates and texts change with every build of some feeds. Only
    /// an entry without either is known by its text.
    /// </summary>
    public static string Of(FeedEntry entry)
    {
        var known = entry.Url is null && entry.Title.Length == 0
            ? $"{entry.Summary}\n{entry.ContentHtml}"
            : $"{entry.Url}\n{entry.Title}";
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(known));
        return "hash:" + Convert.ToHexStringLower(hash.AsSpan(0, 16));
    }
}
