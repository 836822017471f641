namespace Digest.Mail.Dkim;

/// <summary>Where one header field stands in a message: its octets from the name to the CRLF after its folds.</summary>
internal readonly record struct DkimField(int Start, int NameLength, int Length)
{
    public ReadOnlySpan<byte> Name(ReadOnlySpan<byte> message) => message.Slice(Start, NameLength);

    public ReadOnlySpan<byte> Raw(ReadOnlySpan<byte> message) => message.Slice(Start, Length);

    public bool Is(string name, ReadOnlySpan<byte> message) =>
        NameLength == name.Length && System.Text.Ascii.EqualsIgnoreCase(Name(message), name);
}
