using System.Buffers;

namespace Digest.Mail.Mime.Reading;

/// <summary>
/// Finds the fields of a header. A line that is neither a field nor the rest of one ends the header, for a sender
/// forgot the blank line; unless a field that everybody knows comes soon, when it is passed over.
/// </summary>
internal sealed class HeaderReader(ReadOnlyMemory<byte> text, MimeLimits limits, BoundaryStack? boundaries = null)
{
    // RFC 5322 §3.6.8: printable, without the colon.
    private static readonly SearchValues<byte> NameOctets =
        SearchValues.Create([.. Enumerable.Range(33, 94).Where(c => c != ':').Select(c => (byte)c)]);

    // A Received that lost its indentation has that many lines left over.
    private const int MaxLost = 3;

    private readonly List<HeaderSpan> _fields = [];
    private readonly List<string> _defects = [];
    private int _start;
    private bool _isKept;

    /// <summary>Where the next octet is read.</summary>
    public int At { get; set; }

    /// <summary>Reads one header and its blank line.</summary>
    public HeaderList Read(out IReadOnlyList<string> defects)
    {
        Begin();
        while (ReadLine(isGroup: false))
        {
        }

        defects = _defects.Count == 0 ? [] : [.. _defects];
        return Take();
    }

    /// <summary>Behind blank lines, if a field that everybody knows comes then; else where it began.</summary>
    public int SkipBlankLines(int start)
    {
        var span = text.Span;
        var blank = span[start..].IndexOfAnyExcept((byte)'\r', (byte)'\n');
        return blank > 0 && KnownFields.IsAt(span, start + blank) ? start + blank : start;
    }

    /// <summary>Reads one group of fields, blank lines before it passed over; false at the end of the text.</summary>
    public bool TryReadGroup(out HeaderList group)
    {
        do
        {
            Begin();
            while (ReadLine(isGroup: true))
            {
            }

            group = Take();
        }
        while (group.Count == 0 && At < text.Length);

        return group.Count > 0;
    }

    private void Begin()
    {
        _start = At;
        _isKept = false;
        _fields.Clear();
        _defects.Clear();
    }

    private HeaderList Take() => _fields.Count == 0 ? HeaderList.Empty : new HeaderList(text, [.. _fields]);

    /// <summary>Reads a line; false if it was the last of the header, or is not of the header and not read.</summary>
    private bool ReadLine(bool isGroup)
    {
        var span = text.Span;
        if (At >= span.Length)
            return false;

        var end = Lines.EndOf(span, At);
        var next = Lines.After(span, end);
        if (end == At)
        {
            At = next;
            return false;
        }

        var isRead = TryRead(span, end);
        if (!isRead && !isGroup && !IsPassedOver(span, end, next))
            return false;

        _isKept &= isRead;
        At = next;
        return true;
    }

    private bool TryRead(ReadOnlySpan<byte> span, int end)
    {
        var line = span[At..end];
        if (Lines.IsSpace(line[0]))
            return Continue(end);
        if (line[0] == '-' && boundaries?.IsDelimiter(span, At) == true)
            return false;

        var (name, value) = Split(line);
        if (name == 0)
            return false;

        _isKept = HasRoom(end);
        if (_isKept)
            _fields.Add(new HeaderSpan(At, name, At + value, end));
        return true;
    }

    /// <summary>The rest of a line that was left out is left out too, and not put to the field before.</summary>
    private bool Continue(int end)
    {
        if (_fields.Count == 0)
            return false;

        _isKept = _isKept && HasRoom(end, isNew: false);
        if (_isKept)
            _fields[^1] = _fields[^1] with { End = end };
        return true;
    }

    private bool HasRoom(int end, bool isNew = true)
    {
        if (end - _start <= limits.HeaderOctets && (!isNew || _fields.Count < limits.HeaderFields))
            return true;

        if (!_defects.Contains(Defect.HeaderTooLong))
            _defects.Add(Defect.HeaderTooLong);
        return false;
    }

    /// <summary>The name's length and where the value begins; obsolete syntax has space before the colon.</summary>
    public static (int Name, int Value) Split(ReadOnlySpan<byte> line)
    {
        var name = line.IndexOfAnyExcept(NameOctets);
        if (name <= 0)
            return default;

        var colon = name;
        while (colon < line.Length && Lines.IsSpace(line[colon]))
            colon++;
        return colon < line.Length && line[colon] == ':' ? (name, colon + 1) : default;
    }

    private bool IsPassedOver(ReadOnlySpan<byte> span, int end, int next)
    {
        var line = span[At..end];
        if (boundaries?.IsDelimiter(span, At) == true)
            return Add(Defect.NoBlankLine, isPassedOver: false);
        if (At == _start && (line.StartsWith("From "u8) || line.StartsWith(">From "u8)))
            return true;

        return IsFieldNear(span, next)
            ? Add(Defect.NoField, isPassedOver: true)
            : Add(Defect.NoBlankLine, isPassedOver: false);
    }

    /// <summary>True if a known field comes before a blank line: soon, if any field was there already.</summary>
    private bool IsFieldNear(ReadOnlySpan<byte> span, int at)
    {
        for (var lines = _fields.Count == 0 ? 1 : MaxLost; lines > 0 && at < span.Length; lines--)
        {
            if (KnownFields.IsAt(span, at))
                return true;
            var end = Lines.EndOf(span, at);
            if (end == at)
                return false;
            at = Lines.After(span, end);
        }

        return false;
    }

    private bool Add(string defect, bool isPassedOver)
    {
        if (!_defects.Contains(defect))
            _defects.Add(defect);
        return isPassedOver;
    }
}
