using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Digest.Mail.Smtp;

/// <summary>
/// Makes replies of octets as they come, in pieces of any size. Bounded in line length and number of lines, since the
/// other side is not trusted. A reply of one line that was said before is given again without being read again: a
/// server says the same few words for every message.
/// </summary>
internal sealed class SmtpReplyParser
{
    // RFC 5321 §4.5.3.1.5 allows 512; servers exceed it, none by this much.
    private const int MaxLineOctets = 2048;
    private const int MaxLines = 128;
    private const int MaxKnown = 8;

    private readonly byte[] _buffer = new byte[2 * MaxLineOctets];
    private readonly List<(byte[] Line, SmtpReply Reply)> _known = new(MaxKnown);
    private readonly List<string> _lines = [];
    private int _start;
    private int _end;
    private int _code;

    /// <summary>Hears each line as it came; null for nobody.</summary>
    public SmtpDialogue? Dialogue { get; init; }

    /// <summary>True if octets arrived that no reply has used: after a 220 to STARTTLS they are an attack.</summary>
    public bool HasUnread => _start < _end;

    /// <summary>Where to put what comes next; never empty after <see cref="TryTake"/> asked for more.</summary>
    public Memory<byte> Space()
    {
        if (_start > 0)
            _buffer.AsSpan(_start.._end).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        return _buffer.AsMemory(_end);
    }

    /// <summary>Says how much was put there.</summary>
    public void Add(int count) => _end += count;

    /// <returns>False if the reply is not all there yet.</returns>
    /// <exception cref="SmtpConnectionException">What came is not a reply.</exception>
    public bool TryTake([NotNullWhen(true)] out SmtpReply? reply)
    {
        reply = null;
        while (reply is null && TryTakeLine(out var line))
            reply = _lines.Count == 0 && Known(line) is { } known ? known : Add(line);

        return reply is not null;
    }

    private bool TryTakeLine(out ReadOnlySpan<byte> line)
    {
        line = _buffer.AsSpan(_start.._end);
        var newline = line.IndexOf((byte)'\n');
        if (newline > MaxLineOctets || (newline < 0 && line.Length > MaxLineOctets))
            throw new SmtpConnectionException($"the server sent a line of more than {MaxLineOctets} octets");
        if (newline < 0)
            return false;

        _start += newline + 1;
        line = newline > 0 && line[newline - 1] == '\r' ? line[..(newline - 1)] : line[..newline];
        Dialogue?.Received(line);
        return true;
    }

    /// <summary>Keeps the lines most lately said in front, so that queue ids push out each other only.</summary>
    private SmtpReply? Known(ReadOnlySpan<byte> line)
    {
        for (var i = 0; i < _known.Count; i++)
        {
            if (!line.SequenceEqual(_known[i].Line))
                continue;

            var found = _known[i];
            for (; i > 0; i--)
                _known[i] = _known[i - 1];
            _known[0] = found;
            return found.Reply;
        }

        return null;
    }

    /// <summary>The reply, if this was its last line.</summary>
    private SmtpReply? Add(ReadOnlySpan<byte> line)
    {
        var code = CodeOf(line);
        if (_lines.Count > 0 && code != _code)
            throw new SmtpConnectionException("the server changed its reply code inside one reply");
        if (_lines.Count == MaxLines)
            throw new SmtpConnectionException($"the server sent a reply of more than {MaxLines} lines");

        _code = code;
        _lines.Add(Text(line.Length > 4 ? line[4..] : []));
        return line.Length > 3 && line[3] == '-' ? null : Complete(line);
    }

    private SmtpReply Complete(ReadOnlySpan<byte> line)
    {
        var reply = new SmtpReply(_code, EnhancedCode.Find(_lines[0], _code), [.. _lines]);
        if (_lines.Count == 1)
            Remember(line, reply);
        _lines.Clear();
        return reply;
    }

    private void Remember(ReadOnlySpan<byte> line, SmtpReply reply)
    {
        if (_known.Count == MaxKnown)
            _known.RemoveAt(MaxKnown - 1);
        _known.Add((line.ToArray(), reply));
    }

    private static int CodeOf(ReadOnlySpan<byte> line)
    {
        var isCode = line.Length >= 3
            && line[0] is >= (byte)'2' and <= (byte)'5'
            && char.IsAsciiDigit((char)line[1])
            && char.IsAsciiDigit((char)line[2])
            && (line.Length == 3 || line[3] is (byte)' ' or (byte)'-');
        return isCode
            ? ((line[0] - '0') * 100) + ((line[1] - '0') * 10) + (line[2] - '0')
            : throw new SmtpConnectionException("the server sent a line that is no SMTP reply");
    }

    private static string Text(ReadOnlySpan<byte> octets)
    {
        var text = Encoding.UTF8.GetString(octets);
        return text.AsSpan().ContainsAnyInRange('\0', '\x1F') || text.AsSpan().ContainsAnyInRange('\x7F', '\x9F')
            ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c))
            : text;
    }
}
