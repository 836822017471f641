using System.Security.Cryptography;
using System.Text;

namespace Digest.Feeds;

/// <summary>An identity for an entry whose feed gives it none.</summary>
internal static class ContentHash
{
    /// <summary>Made of what a feed rewrites least; dates and texts change with every build of some feeds.</summary>
    public static string Of(string? link, string title)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{link}\n{title}"));
        return "hash:" + Convert.ToHexStringLower(hash.AsSpan(0, 16));
    }
}
