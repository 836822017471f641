using System.Text;

namespace Digest.Mail.Mime;

/// <summary>What may be said of a part and what it may hold.</summary>
internal static class PartRules
{
    private const int MaxFileName = 200;
    private const int MaxTypeLength = 127;
    private const int MaxLineOctets = 998;

    public static bool IsMessage(string mediaType) => IsBelow("message/", mediaType);

    public static bool IsText(string mediaType) => IsBelow("text/", mediaType);

    public static void CheckMediaType(string mediaType)
    {
        var names = mediaType.Split('/');
        if (names.Length != 2 || !names.All(IsToken))
            throw new FormatException("A media type has the form type/subtype (RFC 2045 §5.1)");
        if (IsBelow("multipart/", mediaType))
            throw new FormatException("A multipart is made of parts and cannot be one file");
    }

    /// <summary>
    /// A path would be somebody else's, and a mark that turns the direction of text makes one ending look like
    /// another.
    /// </summary>
    public static void CheckFileName(string fileName)
    {
        HeaderRules.CheckValue("a file name", fileName);
        if (string.IsNullOrWhiteSpace(fileName) || fileName.Length > MaxFileName)
            throw new FormatException($"A file name has 1 to {MaxFileName} characters");
        if (fileName.AsSpan().ContainsAny('/', '\\'))
            throw new FormatException("A file name holds no path");
        if (fileName.Any(c => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')))
            throw new FormatException("A file name holds no mark that turns the direction of text");
    }

    public static void CheckSevenBit(ReadOnlySpan<byte> content)
    {
        if (!Ascii.IsValid(content) || content.Contains((byte)0))
            throw new FormatException(
                "A mail inside a mail must be 7-bit (RFC 2046 §5.2.1); attach it as application/octet-stream");

        foreach (var line in content.SplitAny("\r\n"u8))
            if (line.End.Value - line.Start.Value > MaxLineOctets)
                throw new FormatException("A mail inside a mail has a line of more than 998 octets");
    }

    private static bool IsBelow(string type, string mediaType) =>
        mediaType.StartsWith(type, StringComparison.OrdinalIgnoreCase);

    private static bool IsToken(string name) => name.Length is > 0 and <= MaxTypeLength
        && name.All(c => char.IsAsciiLetterOrDigit(c) || "!#$&-^_.+".Contains(c, StringComparison.Ordinal));
}
