using System.Buffers;

namespace Digest.Mail.Dkim;

/// <summary>Splits a header into fields and relaxes them (RFC 6376 §3.4.2).</summary>
internal static class DkimFields
{
    /// <summary>Puts the fields of a message into a list, in order.</summary>
    /// <returns>Where the body starts; the message's end if there is none.</returns>
    public static int Read(ReadOnlySpan<byte> message, List<DkimField> fields)
    {
        fields.Clear();
        for (var start = 0; start < message.Length;)
        {
            if (message[start..].StartsWith("\r\n"u8))
                return start + 2;

            var length = LengthOf(message[start..]);
            fields.Add(new DkimField(start, NameLengthOf(message.Slice(start, length)), length));
            start += length;
        }

        return message.Length;
    }

    /// <summary>
    /// Name in lower case, folds undone, runs of white space one space, none at the edges; CRLF at the end.
    /// </summary>
    public static void Relax(ReadOnlySpan<byte> field, IBufferWriter<byte> output)
    {
        var colon = field.IndexOf((byte)':');
        var name = field[..Math.Max(colon, 0)].TrimEnd(" \t"u8);
        var room = output.GetSpan(field.Length + 4);
        System.Text.Ascii.ToLower(name, room, out var length);
        room[length++] = (byte)':';

        var isFirst = true;
        for (var rest = field[(colon + 1)..]; NextWord(ref rest) is { Length: > 0 } word; isFirst = false)
        {
            if (!isFirst)
                room[length++] = (byte)' ';
            word.CopyTo(room[length..]);
            length += word.Length;
        }

        "\r\n"u8.CopyTo(room[length..]);
        output.Advance(length + 2);
    }

    /// <summary>A field goes on over each line that starts with white space.</summary>
    private static int LengthOf(ReadOnlySpan<byte> rest)
    {
        for (var end = 0; ;)
        {
            var line = rest[end..].IndexOf("\r\n"u8);
            if (line < 0)
                return rest.Length;

            end += line + 2;
            if (end == rest.Length || rest[end] is not ((byte)' ' or (byte)'\t'))
                return end;
        }
    }

    private static int NameLengthOf(ReadOnlySpan<byte> field) =>
        field[..Math.Max(field.IndexOf((byte)':'), 0)].TrimEnd(" \t"u8).Length;

    private static ReadOnlySpan<byte> NextWord(ref ReadOnlySpan<byte> rest)
    {
        rest = rest.TrimStart(" \t\r\n"u8);
        var end = rest.IndexOfAny(" \t\r\n"u8);
        var word = end < 0 ? rest : rest[..end];
        rest = rest[word.Length..];
        return word;
    }
}
