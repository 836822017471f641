namespace Digest.Markup;

/// <summary>Turns the bytes of a text file into text: BOM, else valid UTF-8, else GB18030 (which holds GB2312 and GBK).</summary>
public static class TextDecoder
{
    public static string Decode(ReadOnlySpan<byte> bytes) => throw new NotImplementedException();
}
