namespace Digest.Mail.Mime.Reading;

/// <summary>
/// Cuts a mailbox file into messages as its octets come in. From <c>_start</c> the buffer holds the message being read,
/// with its <c>From </c> line; up to <c>_searched</c> no other begins. Of a message that is too long the head is put
/// aside, and only the last octets are kept until the next begins.
/// </summary>
internal sealed class MboxSplitter(int maxOctets)
{
    private const int Block = 256 * 1024;
    private const int BlankLine = 2;

    private byte[] _buffer = new byte[2 * Block];
    private byte[]? _head;
    private int _start;
    private int _searched;
    private int _end;

    /// <summary>Where the next octets go.</summary>
    public Memory<byte> Room()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        _searched -= _start;
        _end -= _start;
        _start = 0;
        if (_buffer.Length - _end < Block)
            Array.Resize(ref _buffer, Math.Max(_end + Block, (int)Math.Min(_buffer.Length * 2L, maxOctets)));
        return _buffer.AsMemory(_end, Block);
    }

    public void Fill(int count) => _end += count;

    /// <summary>The next message that is whole; at the end of the file the last one too.</summary>
    public bool TryTake(bool isEnd, out MboxMessage message)
    {
        while (TryFindEnd(isEnd, out var end))
        {
            CutLong(end);
            message = _head is null
                ? new MboxMessage(MboxText.Unescape(_buffer.AsSpan(_start, end - _start)), IsTruncated: false)
                : new MboxMessage(_head, IsTruncated: true);
            _head = null;
            _start = _searched = end;
            if (message.Octets.Length > 0)
                return true;
        }

        CutLong(_searched);
        if (_head is not null)
            _start = Math.Max(_start, _searched - BlankLine);
        message = default;
        return false;
    }

    private bool TryFindEnd(bool isEnd, out int end)
    {
        while (_searched < _end)
        {
            var hit = _buffer.AsSpan(_searched.._end).IndexOf("\nFrom "u8);
            if (hit < 0)
            {
                _searched = Math.Max(_searched, _end - "\nFrom".Length);
                break;
            }

            _searched += hit;
            var line = _buffer.AsSpan((_searched + 1).._end);
            if (!isEnd && !MboxText.IsWhole(line))
                break;

            end = _searched + 1;
            if (IsAfterBlankLine() && MboxText.IsFromLine(line))
                return true;
            _searched = end;
        }

        end = _end;
        return isEnd && _start < _end;
    }

    private bool IsAfterBlankLine()
    {
        var before = _buffer.AsSpan(_start.._searched);
        return before.EndsWith("\n"u8) || before.EndsWith("\n\r"u8);
    }

    private void CutLong(int end)
    {
        if (_head is null && end - _start > maxOctets)
            _head = MboxText.Unescape(_buffer.AsSpan(_start, maxOctets));
    }
}
