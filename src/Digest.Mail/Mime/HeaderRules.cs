using System.Buffers;

namespace Digest.Mail.Mime;

/// <summary>What may stand in a header. Asked when a value is made and again when it is written.</summary>
internal static class HeaderRules
{
    /// <summary>What an atom may hold beside letters and digits (RFC 5322 §3.2.3).</summary>
    public const string AtomMarks = "!#$%&'*+-/=?^_`{|}~";

    // C0, C1, DEL, and the two Unicode line separators that some software takes for line ends.
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(char.IsControl), '\u2028', '\u2029']);

    private static readonly SearchValues<char> InName = Printable(except: ":");
    private static readonly SearchValues<char> InToken = Printable(except: "<>");
    private static readonly SearchValues<char> InAtom = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789" + AtomMarks);

    public static void CheckName(string name)
    {
        if (name.Length is 0 or > 76 || name.AsSpan().ContainsAnyExcept(InName))
            throw new FormatException("A header name is printable ASCII without a colon or a space (RFC 5322 §2.2)");
    }

    public static void CheckValue(string name, ReadOnlySpan<char> value)
    {
        if (HasForbidden(value))
            throw new FormatException($"The value of {name} holds a line break or another control character");
        if (!IsWellFormed(value))
            throw new FormatException($"The value of {name} holds half a surrogate pair");
    }

    /// <summary>For identifiers and URIs that stand in angle brackets.</summary>
    public static void CheckToken(string token)
    {
        if (token.Length == 0 || token.AsSpan().ContainsAnyExcept(InToken))
            throw new FormatException("An identifier in angle brackets is printable ASCII without brackets or spaces");
    }

    /// <summary>An identifier of the form <c>unique@domain</c>, two dot-atoms (RFC 5322 §3.6.4).</summary>
    public static void CheckMessageId(string name, string id)
    {
        var at = id.IndexOf('@', StringComparison.Ordinal);
        if (at < 0 || !IsDotAtom(id.AsSpan(..at)) || !IsDotAtom(id.AsSpan((at + 1)..)))
            throw new FormatException($"A {name} has the form unique@domain (RFC 5322 §3.6.4)");
    }

    public static bool HasForbidden(ReadOnlySpan<char> text) => text.ContainsAny(Forbidden);

    /// <summary>No half of a surrogate pair stands alone.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        for (var i = text.IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return false;
            i++;
        }

        return true;
    }

    private static bool IsDotAtom(ReadOnlySpan<char> text)
    {
        foreach (var atom in text.Split('.'))
        {
            if (text[atom].IsEmpty || text[atom].ContainsAnyExcept(InAtom))
                return false;
        }

        return true;
    }

    private static SearchValues<char> Printable(string except) => SearchValues.Create(
        [.. Enumerable.Range('!', '~' - '!' + 1).Select(c => (char)c).Where(c => !except.Contains(c))]);
}
