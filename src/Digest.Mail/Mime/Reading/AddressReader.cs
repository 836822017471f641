using System.Buffers;
using System.Text;

namespace Digest.Mail.Mime.Reading;

/// <summary>
/// Goes over an address list once, collecting the words before an angle bracket, what is in it, and comments; a comma,
/// a semicolon, a group's colon or the end completes a mailbox.
/// </summary>
internal sealed class AddressReader(string text)
{
    private const int MaxMailboxes = 10_000;
    private static readonly SearchValues<char> Special = SearchValues.Create("\"(<>,;: \t\r\n");
    private readonly List<ReadMailbox> _mailboxes = [];
    private readonly StringBuilder _words = new();
    private readonly StringBuilder _comment = new();
    private string? _bracketed;
    private bool _hasAt;
    private int _at;

    public IReadOnlyList<ReadMailbox> ReadAll()
    {
        while (_at < text.Length && _mailboxes.Count < MaxMailboxes)
            ReadNext();

        Complete();
        return _mailboxes;
    }

    private void ReadNext()
    {
        switch (text[_at])
        {
            case '"':
                ReadQuoted();
                break;
            case '(':
                ReadComment();
                break;
            case '<':
                ReadBracketed();
                break;
            case ',' or ';':
                _at++;
                Complete();
                break;
            case ':' when !_hasAt:
                _at++;
                Clear();
                break;
            case ' ' or '\t' or '\r' or '\n':
                _at++;
                AddSpace();
                break;
            default:
                ReadWord();
                break;
        }
    }

    private void ReadWord()
    {
        // A mailbox is complete and another word comes: the comma is missing.
        if (_bracketed is not null)
            Complete();
        var start = _at + Math.Max(1, AddressText.EncodedWordLength(text.AsSpan(_at)));
        var length = text.AsSpan(start).IndexOfAny(Special);
        var end = length < 0 ? text.Length : start + length;
        _words.Append(text, _at, end - _at);
        _hasAt |= text.AsSpan(_at, end - _at).Contains('@');
        _at = end;
    }

    private void AddSpace()
    {
        if (_words.Length > 0 && _words[^1] != ' ')
            _words.Append(' ');
    }

    private void ReadQuoted()
    {
        if (_bracketed is not null)
            Complete();
        var start = _at;
        var value = Unescape('"');
        var isLocalPart = _at < text.Length && text[_at] == '@';
        _words.Append(isLocalPart ? text[start.._at] : value);
    }

    /// <summary>Comments nest (§3.2.2).</summary>
    private void ReadComment()
    {
        var depth = 0;
        var start = _at + 1;
        for (; _at < text.Length; _at++)
        {
            if (text[_at] == '\\')
                _at++;
            else if (text[_at] == '(')
                depth++;
            else if (text[_at] == ')' && --depth == 0)
                break;
        }

        _comment.Append(text.AsSpan(start, Math.Min(_at, text.Length) - start));
        _at = Math.Min(_at + 1, text.Length);
    }

    private void ReadBracketed()
    {
        if (_bracketed is not null)
            Complete();
        var value = new StringBuilder();
        for (_at++; _at < text.Length && text[_at] != '>';)
        {
            var start = _at;
            if (text[_at] == '"')
            {
                Unescape('"');
                value.Append(text, start, _at - start);
            }
            else
            {
                value.Append(text[_at++]);
            }
        }

        _at = Math.Min(_at + 1, text.Length);
        _bracketed = AddressText.WithoutRoute(value.ToString());
    }

    /// <summary>From the opening quote to behind the closing one.</summary>
    private string Unescape(char close)
    {
        var value = new StringBuilder();
        for (_at++; _at < text.Length && text[_at] != close; _at++)
        {
            if (text[_at] == '\\' && _at + 1 < text.Length)
                _at++;
            value.Append(text[_at]);
        }

        _at = Math.Min(_at + 1, text.Length);
        return value.ToString();
    }

    private void Complete()
    {
        var words = _words.ToString().Trim();
        var address = AddressText.WithoutSpace(_bracketed ?? words);
        if (address.Length > 0)
            _mailboxes.Add(new ReadMailbox(NameOf(_bracketed is null ? "" : words), address));
        Clear();
    }

    private string? NameOf(string words)
    {
        var name = HeaderText.Decode(words.Length > 0 ? words : _comment.ToString().Trim());
        return string.IsNullOrWhiteSpace(name) ? null : name;
    }

    private void Clear()
    {
        _words.Clear();
        _comment.Clear();
        _bracketed = null;
        _hasAt = false;
    }
}
