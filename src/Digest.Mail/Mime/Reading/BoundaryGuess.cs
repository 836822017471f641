using System.Text;

namespace Digest.Mail.Mime.Reading;

/// <summary>
/// The boundary that a multipart shows: the first line of two hyphens and a name with a field
/// <c>Content-…</c> on the line below.
/// </summary>
internal static class BoundaryGuess
{
    // RFC 2046 §5.1.1 allows 70; broken senders go beyond.
    private const int MaxLength = 200;

    public static byte[]? Find(ReadOnlySpan<byte> body)
    {
        var at = 0;
        while (at < body.Length)
        {
            var hyphens = body[at..].IndexOf("--"u8);
            if (hyphens < 0)
                return null;

            at += hyphens;
            var end = Lines.EndOf(body, at);
            var name = body[(at + 2)..end].TrimEnd(" \t"u8);
            if (Lines.IsStart(body, at) && name.Length is > 0 and < MaxLength && IsFollowedByField(body, end))
                return name.ToArray();
            at = end;
        }

        return null;
    }

    private static bool IsFollowedByField(ReadOnlySpan<byte> body, int end)
    {
        var next = body[Lines.After(body, end)..];
        return next.Length > 8 && Ascii.EqualsIgnoreCase(next[..8], "Content-"u8);
    }
}
