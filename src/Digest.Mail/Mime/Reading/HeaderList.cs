using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Digest.Mail.Mime.Reading;

/// <summary>
/// The fields of one header in their order. They are slices of the message: a text is made when it is asked for.
/// Names are compared without regard to case.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "A header is the field's own word for a list of fields.")]
public sealed class HeaderList : IReadOnlyList<HeaderLine>
{
    private readonly ReadOnlyMemory<byte> _text;
    private readonly HeaderSpan[] _fields;

    internal HeaderList(ReadOnlyMemory<byte> text, HeaderSpan[] fields)
    {
        _text = text;
        _fields = fields;
    }

    internal static HeaderList Empty { get; } = new(default, []);

    /// <summary>What fields with octets beyond ASCII, and not of UTF-8, are taken to be written in.</summary>
    internal Func<Encoding?>? Fallback { get; set; }

    public int Count => _fields.Length;

    public HeaderLine this[int index] => Line(_fields[index]);

    /// <summary>
    /// The first field of this name, unfolded and with its encoded-words decoded (RFC 2047), without space at its ends;
    /// null if there is none. Line ends that were hidden in encoded-words have become spaces.
    /// </summary>
    public string? this[string name] => TryFind(name, out var field) ? Line(field).Text : null;

    /// <summary>Every field of this name as text, in order.</summary>
    public IReadOnlyList<string> All(string name) =>
        [.. _fields.Where(field => IsNamed(field, name)).Select(field => Line(field).Text)];

    /// <summary>The value of the first field of this name as it stands, folded, or empty.</summary>
    public ReadOnlyMemory<byte> Raw(string name) => TryFind(name, out var field) ? Line(field).Raw : default;

    /// <summary>
    /// The mailboxes of the first field of this name, told apart before their names are decoded: an encoded comma
    /// separates nothing.
    /// </summary>
    public IReadOnlyList<ReadMailbox> Mailboxes(string name) =>
        TryFind(name, out var field) ? MailAddresses.Read(Line(field).Unfolded) : [];

    public IEnumerator<HeaderLine> GetEnumerator() => _fields.Select(Line).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal bool TryFind(string name, out HeaderSpan found)
    {
        foreach (ref readonly var field in _fields.AsSpan())
            if (IsNamed(field, name))
            {
                found = field;
                return true;
            }

        found = default;
        return false;
    }

    private bool IsNamed(in HeaderSpan field, string name) => field.NameLength == name.Length
        && Ascii.EqualsIgnoreCase(_text.Span.Slice(field.Start, field.NameLength), name);

    private HeaderLine Line(HeaderSpan field) => new(_text, field, Fallback);
}
