using System.Collections.Frozen;
using System.Text;

namespace Digest.Mail.Mime.Reading;

/// <summary>Fields that a line of a body is hardly ever taken for.</summary>
internal static class KnownFields
{
    private const int MaxLength = 40;

    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Received", "Return-Path", "Delivered-To", "Message-ID", "In-Reply-To", "References", "Reply-To",
        "MIME-Version",
        "Content-Type", "Content-Transfer-Encoding", "Content-Disposition", "Content-Description", "Content-ID",
        "DKIM-Signature", "Authentication-Results", "ARC-Seal", "Auto-Submitted", "List-Id", "List-Unsubscribe",
        "From", "To", "Cc", "Sender", "Subject", "Date");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ByName =
        Names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True if a line that begins here is one of them.</summary>
    public static bool IsAt(ReadOnlySpan<byte> text, int at)
    {
        var (name, _) = HeaderReader.Split(text[at..Lines.EndOf(text, at)]);
        return name > 0 && Contains(text.Slice(at, name));
    }

    private static bool Contains(ReadOnlySpan<byte> name)
    {
        if (name.Length > MaxLength)
            return false;

        Span<char> text = stackalloc char[MaxLength];
        return ByName.Contains(text[..Encoding.ASCII.GetChars(name, text)]);
    }
}
