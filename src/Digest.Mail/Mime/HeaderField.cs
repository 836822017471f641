namespace Digest.Mail.Mime;

/// <summary>
/// One header field whose value was looked at when it was made: no CR, LF, NUL, other control or line separator gets
/// past this type (standards.md §5.5). The three kinds differ in what the writer may do to the value.
/// </summary>
public sealed record HeaderField
{
    private const int MaxUnfoldedOctets = 998;

    private HeaderField(string name, string value, HeaderKind kind)
    {
        Name = name;
        Value = value;
        Kind = kind;
    }

    public string Name { get; }

    public string Value { get; }

    internal HeaderKind Kind { get; }

    /// <summary>Free text: folded at spaces, encoded-words where it is not plain ASCII (RFC 2047 §5).</summary>
    /// <exception cref="FormatException">Name or value would break the header.</exception>
    public static HeaderField Unstructured(string name, string value) => Make(name, value, HeaderKind.Unstructured);

    /// <summary>Tokens in ASCII: folded at its spaces only, so an address or URI is never cut (RFC 2369 §2).</summary>
    /// <exception cref="FormatException">Name or value would break the header, or the value is not ASCII.</exception>
    public static HeaderField Structured(string name, string value) => Make(name, value, HeaderKind.Structured);

    /// <summary>ASCII on one line whatever its length, as List-Unsubscribe-Post must be (RFC 8058 §5).</summary>
    /// <exception cref="FormatException">As for the others, or the line is longer than 998 octets.</exception>
    public static HeaderField Unfoldable(string name, string value) => Make(name, value, HeaderKind.Unfoldable);

    /// <summary>A name and an identifier in angle brackets, like List-Id (RFC 2919 §3).</summary>
    /// <exception cref="FormatException">Name or value would break the header.</exception>
    public static HeaderField Identified(string name, string? phrase, string identifier)
    {
        HeaderRules.CheckToken(identifier);
        var words = phrase is null ? "" : Phrase.Encode(phrase) + " ";
        return Make(name, $"{words}<{identifier}>", HeaderKind.Structured);
    }

    /// <summary>The same field with another value, looked at as the first was.</summary>
    internal HeaderField WithValue(string value) => Make(Name, value, Kind);

    /// <summary>An identifier like that of a mail or a part.</summary>
    internal static HeaderField MessageId(string name, string id)
    {
        HeaderRules.CheckMessageId(name, id);
        return Make(name, $"<{id}>", HeaderKind.Structured);
    }

    /// <summary>
    /// Identifiers of other mails, in the form others gave them: only what would break the header is refused.
    /// </summary>
    internal static HeaderField Identified(string name, IReadOnlyList<string> ids)
    {
        foreach (var id in ids)
            HeaderRules.CheckToken(id);
        return Make(name, string.Join(' ', ids.Select(id => $"<{id}>")), HeaderKind.Structured);
    }

    private static HeaderField Make(string name, string value, HeaderKind kind)
    {
        HeaderRules.CheckName(name);
        HeaderRules.CheckValue(name, value);
        var trimmed = value.Trim(' ');
        if (trimmed.Length == 0)
            throw new FormatException($"The header {name} has no value");
        if (kind != HeaderKind.Unstructured && !System.Text.Ascii.IsValid(trimmed))
            throw new FormatException($"The header {name} may hold ASCII only");
        if (kind == HeaderKind.Unfoldable && name.Length + 2 + trimmed.Length > MaxUnfoldedOctets)
            throw new FormatException($"The header {name} is longer than a line may be and cannot be folded");

        return new HeaderField(name, trimmed, kind);
    }
}
