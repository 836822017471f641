using System.Text;

namespace Digest.Mail.Mime.Reading;

/// <summary>A charset that the runtime does not read in full, and that nothing here writes.</summary>
internal abstract class DecodingOnly(int codePage) : Encoding(codePage)
{
    public override int GetCharCount(byte[] bytes, int index, int count) => Decode(bytes.AsSpan(index, count)).Length;

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
    {
        var text = Decode(bytes.AsSpan(byteIndex, byteCount));
        text.CopyTo(chars.AsSpan(charIndex));
        return text.Length;
    }

    /// <summary>No more than one character for each octet.</summary>
    public override int GetMaxCharCount(int byteCount) => byteCount;

    public override int GetMaxByteCount(int charCount) => throw new NotSupportedException();

    public override int GetByteCount(char[] chars, int index, int count) => throw new NotSupportedException();

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) =>
        throw new NotSupportedException();

    protected abstract string Decode(ReadOnlySpan<byte> octets);
}
