using System.Text;

namespace Digest.Mail.Mime.Reading;

/// <summary>One field of a header, still in the octets of its message.</summary>
public readonly struct HeaderLine : IEquatable<HeaderLine>
{
    private readonly ReadOnlyMemory<byte> _text;
    private readonly HeaderSpan _field;
    private readonly Func<Encoding?>? _fallback;

    internal HeaderLine(ReadOnlyMemory<byte> text, HeaderSpan field, Func<Encoding?>? fallback)
    {
        _text = text;
        _field = field;
        _fallback = fallback;
    }

    /// <summary>As it is written.</summary>
    public string Name => Encoding.ASCII.GetString(_text.Span.Slice(_field.Start, _field.NameLength));

    /// <summary>The value as it stands after the colon, folded, without its last line end.</summary>
    public ReadOnlyMemory<byte> Raw => _text[_field.ValueStart.._field.End];

    /// <summary>Unfolded and decoded.</summary>
    public string Text => HeaderText.Decode(Raw.Span, _fallback);

    /// <summary>Unfolded; encoded-words as they stand.</summary>
    public string Unfolded => HeaderText.Unfold(Raw.Span, _fallback);

    public static bool operator ==(HeaderLine left, HeaderLine right) => left.Equals(right);

    public static bool operator !=(HeaderLine left, HeaderLine right) => !left.Equals(right);

    public bool Equals(HeaderLine other) => _text.Equals(other._text) && _field == other._field;

    public override bool Equals(object? obj) => obj is HeaderLine other && Equals(other);

    public override int GetHashCode() => _field.GetHashCode();
}
