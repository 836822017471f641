using System.Buffers;
using System.Globalization;
using System.Text;

namespace Digest.Mail.Mime;

/// <summary>
/// Writes header fields: lines of at most 76 columns where that is possible, folded only where a space is (RFC 5322
/// §2.2.3), never right after the colon: filters take a field that starts on its second line for forged.
/// </summary>
internal readonly struct HeaderWriter(IBufferWriter<byte> output)
{
    private const int MaxColumns = 76;
    private const int MaxLineOctets = 998;

    public void Add(HeaderField field)
    {
        switch (field.Kind)
        {
            case HeaderKind.Unstructured:
                AddText(field.Name, field.Value);
                break;
            case HeaderKind.Structured:
                AddFolded(field.Name, field.Value);
                break;
            default:
                AddWhole(field.Name, field.Value);
                break;
        }
    }

    public void Add(string name, Mailbox mailbox) => AddFolded(name, mailbox.Name is { Length: > 0 } phrase
        ? $"{Phrase.Encode(phrase)} <{mailbox.Address.Value}>"
        : mailbox.Address.Value);

    public void Add(string name, DateTimeOffset date)
    {
        Span<char> value = stackalloc char[40];
        var sign = date.Offset < TimeSpan.Zero ? '-' : '+';
        value.TryWrite(
            CultureInfo.InvariantCulture,
            $"{date:ddd, dd MMM yyyy HH:mm:ss} {sign}{date.Offset:hhmm}",
            out var length);
        AddWhole(name, value[..length]);
    }

    private void AddText(string name, string value)
    {
        var plain = Ascii.IsValid(value)
            && !value.Contains("=?", StringComparison.Ordinal)
            && value.Split(' ').All(word => word.Length < MaxColumns - name.Length - 2);
        AddFolded(name, plain
            ? value
            : string.Join(' ', EncodedWord.Encode(value, MaxColumns - name.Length - 2)));
    }

    private void AddWhole(string name, ReadOnlySpan<char> value)
    {
        Check(name, value);
        AddLine(name, value);
    }

    private void AddFolded(string name, ReadOnlySpan<char> value)
    {
        Check(name, value);
        var length = FoldAt(value, MaxColumns - name.Length - 2);
        AddLine(name, value[..length]);
        for (var rest = value[length..]; rest.Length > 0; rest = rest[length..])
        {
            length = FoldAt(rest, MaxColumns);
            AddLine(default, rest[..length]);
        }
    }

    /// <summary>
    /// Before the last run of spaces that starts within the room, else before the first one after it, so that joining
    /// the lines gives the value back, space for space.
    /// </summary>
    private static int FoldAt(ReadOnlySpan<char> value, int room)
    {
        if (value.Length <= room)
            return value.Length;

        for (var i = room; i > 0; i--)
            if (IsFold(value, i))
                return i;
        for (var i = room + 1; i < value.Length; i++)
            if (IsFold(value, i))
                return i;
        return value.Length;
    }

    private static bool IsFold(ReadOnlySpan<char> value, int i) => value[i] == ' ' && value[i - 1] != ' ';

    /// <summary>
    /// The second look, at the wire itself: whatever a caller found a way to build, no line break leaves here.
    /// </summary>
    private static void Check(string name, ReadOnlySpan<char> value)
    {
        HeaderRules.CheckName(name);
        HeaderRules.CheckValue(name, value);
    }

    private void AddLine(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        var octets = name.Length + 2 + Encoding.UTF8.GetByteCount(value);
        if (octets > MaxLineOctets)
            throw new FormatException("A header line is longer than 998 octets and cannot be folded");

        var line = output.GetSpan(octets + 2);
        var length = Encoding.UTF8.GetBytes(name, line);
        if (length > 0)
        {
            ": "u8.CopyTo(line[length..]);
            length += 2;
        }

        length += Encoding.UTF8.GetBytes(value, line[length..]);
        "\r\n"u8.CopyTo(line[length..]);
        output.Advance(length + 2);
    }
}
