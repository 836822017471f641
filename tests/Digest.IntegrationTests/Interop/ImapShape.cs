using System.Globalization;
using Digest.Mail.Mime.Reading;

namespace Digest.IntegrationTests.Interop;

/// <summary>
/// The shape of a mail in one line, <c>alternative(text/plain base64 120, text/html base64 900)</c>: from a server's
/// BODYSTRUCTURE, or from this project's own reading. The number is of octets before decoding.
/// </summary>
internal sealed class ImapShape
{
    private readonly string _text;
    private int _at;

    private ImapShape(string text) => _text = text;

    public static string Of(string structure) => new ImapShape(structure).Body().ToLowerInvariant();

    public static string Of(MimeEntity entity) => entity.Parts.Count > 0
        ? $"{entity.ContentType.Subtype}({string.Join(", ", entity.Parts.Select(Of))})"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{entity.ContentType.MediaType} {entity.Headers["Content-Transfer-Encoding"]} {entity.RawBody.Length}");

    /// <summary>A multipart is a list of bodies and then the subtype; a part is a list of its fields.</summary>
    private string Body()
    {
        Expect('(');
        var parts = new List<string>();
        while (_text[_at] == '(')
            parts.Add(Body());
        var fields = Fields();
        return parts.Count > 0
            ? $"{fields[0]}({string.Join(", ", parts)})"
            : $"{fields[0]}/{fields[1]} {fields[5]} {fields[6]}";
    }

    /// <summary>The rest of a list; a list in it counts as one field without a value.</summary>
    private List<string> Fields()
    {
        var fields = new List<string>();
        while (_text[_at] != ')')
            fields.Add(Field());
        Expect(')');
        return fields;
    }

    private string Field()
    {
        while (_text[_at] == ' ')
            _at++;
        if (_text[_at] == '(')
        {
            Expect('(');
            Fields();
            return "";
        }

        var start = _at;
        var isQuoted = _text[_at] == '"';
        _at = isQuoted ? _text.IndexOf('"', _at + 1) + 1 : _text.IndexOfAny([' ', ')'], _at);
        return _text[start.._at].Trim('"');
    }

    private void Expect(char c)
    {
        if (_text[_at++] != c)
            throw new FormatException($"'{c}' is missing at {_at} of {_text}");
        while (_at < _text.Length && _text[_at] == ' ')
            _at++;
    }
}
