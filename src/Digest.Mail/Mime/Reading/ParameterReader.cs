using System.Globalization;
using System.Text;

namespace Digest.Mail.Mime.Reading;

/// <summary>
/// Takes the parameters of an unfolded field one by one: quoted or not, with comments after them or without the
/// semicolon between them. A file name without quotes may hold spaces and parentheses; nothing else may.
/// </summary>
internal ref struct ParameterReader(ReadOnlySpan<byte> field)
{
    private const int MaxName = 64;
    private ReadOnlySpan<byte> _rest = field;

    public bool TryRead(out ParameterSegment segment)
    {
        while (SkipToName())
        {
            var end = _rest.IndexOfAny(";=\" \t"u8);
            var name = end < 0 ? _rest : _rest[..end];
            _rest = end < 0 ? default : _rest[end..].TrimStart(" \t"u8);
            if (_rest.IsEmpty || _rest[0] != '=')
            {
                if (!_rest.IsEmpty && _rest[0] == '"')
                    ReadQuoted();
                continue;
            }

            _rest = _rest[1..].TrimStart(" \t"u8);
            segment = Segment(name[..Math.Min(name.Length, MaxName)]);
            return true;
        }

        segment = new ParameterSegment("", 0, false, []);
        return false;
    }

    private bool SkipToName()
    {
        for (;;)
        {
            _rest = _rest.TrimStart("; \t=,"u8);
            if (_rest.IsEmpty || _rest[0] != '(')
                return !_rest.IsEmpty;

            var close = _rest.IndexOf((byte)')');
            _rest = close < 0 ? default : _rest[(close + 1)..];
        }
    }

    private ParameterSegment Segment(ReadOnlySpan<byte> written)
    {
        var text = Encoding.Latin1.GetString(written);
        var isExtended = text.EndsWith('*');
        text = text.TrimEnd('*');
        var star = text.LastIndexOf('*');
        var number = ParameterSegment.NoNumber;
        if (star > 0 && int.TryParse(text.AsSpan(star + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var n))
            (text, number) = (text[..star], n);

        return new ParameterSegment(text, number, isExtended, ReadValue(text));
    }

    private byte[] ReadValue(string name)
    {
        if (!_rest.IsEmpty && _rest[0] == '"')
            return ReadQuoted();

        var isFileName = name.EndsWith("name", StringComparison.OrdinalIgnoreCase);
        var end = isFileName ? _rest.IndexOf((byte)';') : _rest.IndexOfAny("; \t("u8);
        var value = end < 0 ? _rest : _rest[..end];
        _rest = end < 0 ? default : _rest[end..];
        return value.TrimEnd(" \t"u8).ToArray();
    }

    /// <summary>
    /// A backslash takes the quote or backslash after it; before anything else it is a path of Windows and stays.
    /// </summary>
    private byte[] ReadQuoted()
    {
        var value = new List<byte>();
        var at = 1;
        for (; at < _rest.Length && _rest[at] != '"'; at++)
        {
            if (_rest[at] == '\\' && at + 1 < _rest.Length && _rest[at + 1] is (byte)'"' or (byte)'\\')
                at++;
            value.Add(_rest[at]);
        }

        _rest = _rest[Math.Min(at + 1, _rest.Length)..];
        return [.. value];
    }
}
