using System.Buffers;
using System.Text;

namespace Digest.Mail.Mime.Reading;

/// <summary>
/// Joins what encoded-words hold. Neighbours of one charset are joined as octets, for many senders cut a character in
/// two (RFC 2047 §5 forbids it).
/// </summary>
internal sealed class EncodedText(int capacity)
{
    private readonly StringBuilder _text = new(capacity);
    private readonly ArrayBufferWriter<byte> _pending = new();
    private Encoding? _charset;

    /// <summary>Adds text outside a word.</summary>
    public void Add(ReadOnlySpan<byte> octets, Encoding charset)
    {
        if (octets.IsEmpty)
            return;

        Flush();
        _text.Append(charset.GetString(octets));
    }

    /// <summary>Adds what a word holds; a charset nobody knows is null.</summary>
    public void Add(byte[] octets, Encoding? charset)
    {
        if (!Equals(charset, _charset))
            Flush();
        _charset = charset;
        _pending.Write(octets);
    }

    public override string ToString()
    {
        Flush();
        return _text.ToString();
    }

    private void Flush()
    {
        if (_pending.WrittenCount == 0)
            return;

        // A word may hold line ends, and whoever writes the text into another field must not break its line.
        var start = _text.Length;
        _text.Append((_charset ?? TextGuess.Of(_pending.WrittenSpan)).GetString(_pending.WrittenSpan));
        foreach (var end in "\r\n\0")
            _text.Replace(end, ' ', start, _text.Length - start);
        _pending.ResetWrittenCount();
    }
}
