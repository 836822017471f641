using System.Globalization;
using System.Text;

namespace Digest.Mail.Smtp;

/// <summary>
/// Reads replies from a stream, one at a time, whatever the size of the pieces they come in. Bounded in line length
/// and number of lines, since the other side is not trusted.
/// </summary>
internal sealed class SmtpReplyReader(Stream stream)
{
    // RFC 5321 §4.5.3.1.5 allows 512; servers exceed it, none by this much.
    private const int MaxLineOctets = 4096;
    private const int MaxLines = 128;

    private readonly byte[] _buffer = new byte[MaxLineOctets];
    private int _start;
    private int _end;

    /// <summary>True if octets arrived that no reply has used: after a 220 to STARTTLS they are an attack.</summary>
    public bool HasUnread => _start < _end;

    /// <exception cref="SmtpConnectionException">The stream ended, or what came is not a reply.</exception>
    public async Task<SmtpReply> ReadAsync(CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        var code = 0;
        while (lines.Count < MaxLines)
        {
            var line = await ReadLineAsync(cancellationToken);
            var (lineCode, isLast, text) = Parse(line);
            if (lines.Count > 0 && lineCode != code)
                throw new SmtpConnectionException("the server changed its reply code inside one reply");

            code = lineCode;
            lines.Add(text);
            if (isLast)
                return new SmtpReply(code, EnhancedCode.Find(lines[0], code), lines);
        }

        throw new SmtpConnectionException($"the server sent a reply of more than {MaxLines} lines");
    }

    private static (int Code, bool IsLast, string Text) Parse(string line)
    {
        var isCode = line.Length >= 3
            && line[0] is >= '2' and <= '5'
            && char.IsAsciiDigit(line[1])
            && char.IsAsciiDigit(line[2])
            && (line.Length == 3 || line[3] is ' ' or '-');
        if (!isCode)
            throw new SmtpConnectionException("the server sent a line that is no SMTP reply");

        var code = int.Parse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture);
        return (code, line.Length == 3 || line[3] == ' ', line.Length > 4 ? line[4..] : "");
    }

    private async Task<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        var scanned = _start;
        while (true)
        {
            var newline = Array.IndexOf(_buffer, (byte)'\n', scanned, _end - scanned);
            if (newline >= 0)
                return TakeLine(newline);

            scanned = await FillAsync(cancellationToken);
        }
    }

    private string TakeLine(int newline)
    {
        var end = newline > _start && _buffer[newline - 1] == '\r' ? newline - 1 : newline;
        var line = Encoding.UTF8.GetString(_buffer, _start, end - _start);
        _start = newline + 1;
        return string.Concat(line.Select(c => char.IsControl(c) ? ' ' : c));
    }

    /// <summary>Reads more behind what is there; answers where the new octets begin.</summary>
    private async Task<int> FillAsync(CancellationToken cancellationToken)
    {
        _buffer.AsSpan(_start.._end).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length)
            throw new SmtpConnectionException($"the server sent a line of more than {MaxLineOctets} octets");

        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        if (read == 0)
            throw new SmtpConnectionException("the server closed the connection");

        var fresh = _end;
        _end += read;
        return fresh;
    }
}
