using System.Security.Cryptography;
using System.Text;

namespace Digest.Gather.WebPage;

/// <summary>A short name for a text.</summary>
internal static class PageHash
{
    private const int Bytes = 12;

    public static string Of(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, Bytes));
}
