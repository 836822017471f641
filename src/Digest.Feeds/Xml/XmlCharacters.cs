using System.Buffers;

namespace Digest.Feeds.Xml;

/// <summary>Characters that XML 1.0 §2.2 allows.</summary>
internal static class XmlCharacters
{
    private static readonly SearchValues<char> Controls = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\a\b\v\f\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017" +
        "\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");

    public static bool IsLegal(int code) =>
        code is '\t' or '\n' or '\r' or >= 0x20 and <= 0xD7FF or >= 0xE000 and <= 0xFFFD or >= 0x10000 and <= 0x10FFFF;

    /// <summary>
    /// True for text that was decoded from bytes and holds what no XML may hold. Decoders make no lone surrogates.
    /// </summary>
    public static bool HoldsIllegal(string text) =>
        text.AsSpan().ContainsAny(Controls) || text.AsSpan().ContainsAny('\uFFFE', '\uFFFF');
}
