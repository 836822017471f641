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

    public void Add(string name, Mailbox mailbox) => AddFolded(name, Format(mailbox));

    public void Add(string name, MailboxList mailboxes)
    {
        if (mailboxes.Count > 0)
            AddFolded(name, string.Join(", ", mailboxes.Select(Format)));
    }

    /// <summary>A value and its parameters, none of which is cut: a space in a file name must stay one.</summary>
    public void Add(string name, string value, IReadOnlyList<string> parameters)
    {
        var line = $"{name}: {value}";
        foreach (var parameter in parameters)
        {
            if (line.Length + 2 + parameter.Length + 1 > MaxColumns)
            {
                AddLine(line + ";");
                line = " " + parameter;
            }
            else
                line += "; " + parameter;
        }

        AddLine(line);
    }

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

    private static string Format(Mailbox mailbox) => mailbox.Name is { Length: > 0 } name
        ? $"{Phrase.Encode(name)} <{mailbox.Address.Value}>"
        : mailbox.Address.Value;

    private void AddText(string name, string value)
    {
        var room = MaxColumns - name.Length - 2;
        AddFolded(
            name,
            IsPlain(value, room) ? value : string.Join(' ', EncodedWord.Encode(value, room)),
            keepsQuoted: false);
    }

    /// <summary>
    /// ASCII that does not look encoded and has a place to fold at wherever a line is full: between a word with the
    /// spaces before it and the next.
    /// </summary>
    private static bool IsPlain(string value, int room)
    {
        if (!Ascii.IsValid(value) || value.Contains("=?", StringComparison.Ordinal))
            return false;

        var start = 0;
        for (var i = 1; i <= value.Length; i++)
        {
            if (i < value.Length && !IsFold(value, i))
                continue;
            if (i - start > room)
                return false;
            start = i;
        }

        return true;
    }

    private void AddWhole(string name, ReadOnlySpan<char> value) => AddLine($"{name}: {value}");

    private void AddFolded(string name, ReadOnlySpan<char> value, bool keepsQuoted = true)
    {
        var length = FoldAt(value, MaxColumns - name.Length - 2, keepsQuoted);
        AddWhole(name, value[..length]);
        for (var rest = value[length..]; rest.Length > 0; rest = rest[length..])
        {
            length = FoldAt(rest, MaxColumns, keepsQuoted);
            AddLine(rest[..length]);
        }
    }

    /// <summary>
    /// Before the last run of spaces that starts within the room, else before the first one after it, so that joining
    /// the lines gives the value back, space for space. Never inside a quoted-string: it would be legal, but readers
    /// are known that take the line's end for the string's.
    /// </summary>
    private static int FoldAt(ReadOnlySpan<char> value, int room, bool keepsQuoted)
    {
        if (value.Length <= room)
            return value.Length;

        var last = 0;
        var isQuoted = false;
        for (var i = 1; i < value.Length && (last == 0 || i <= room); i++)
        {
            if (value[i - 1] == '"')
                isQuoted = keepsQuoted && !isQuoted;
            else if (value[i - 1] == '\\' && isQuoted)
                i++;
            if (i < value.Length && !isQuoted && IsFold(value, i))
                last = i;
        }

        return last == 0 ? value.Length : last;
    }

    private static bool IsFold(ReadOnlySpan<char> value, int i) => value[i] == ' ' && value[i - 1] != ' ';

    /// <summary>
    /// The second look, at the wire itself: whatever a caller found a way to build, no line break leaves here.
    /// </summary>
    private void AddLine(ReadOnlySpan<char> line)
    {
        HeaderRules.CheckValue("a header line", line);
        if (Encoding.UTF8.GetByteCount(line) > MaxLineOctets)
            throw new FormatException("A header line is longer than 998 octets and cannot be folded");

        Encoding.UTF8.GetBytes(line, output);
        output.Write("\r\n"u8);
    }
}
