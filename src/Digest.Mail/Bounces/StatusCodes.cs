using Digest.Mail.Smtp;

namespace Digest.Mail.Bounces;

/// <summary>The codes in a server's words: enhanced codes (RFC 3463) and reply codes (RFC 5321 §4.2).</summary>
internal sealed record StatusCodes(IReadOnlyList<EnhancedCode> Enhanced, int? Reply)
{
    private const int MaxCodes = 20;

    /// <summary>True if the words say that the trouble may pass; null if they hold no code.</summary>
    public bool? IsTransient => Enhanced.Count > 0 ? Enhanced[0].Class == 4 : Reply is { } reply ? reply < 500 : null;

    public static StatusCodes Find(string text)
    {
        var enhanced = new List<EnhancedCode>();
        int? reply = null;
        for (var i = 0; i < text.Length && enhanced.Count < MaxCodes; i++)
        {
            if (text[i] is not ('4' or '5') || (i > 0 && IsInsideWord(text[i - 1])))
                continue;
            if (EnhancedAt(text, i) is { } code)
                enhanced.Add(code);
            else
                reply ??= ReplyAt(text, i);
        }

        return new StatusCodes(enhanced, reply);
    }

    /// <summary>Reads <c>5.1.1</c> at a place, but no part of an IP address or a version.</summary>
    public static EnhancedCode? EnhancedAt(string text, int start)
    {
        var dots = text.AsSpan(start).Length > 4 && text[start + 1] == '.';
        if (!dots || Digits(text, start + 2, out var subject) is not { } dot || dot >= text.Length || text[dot] != '.')
            return null;
        if (Digits(text, dot + 1, out var detail) is not { } end)
            return null;

        var goesOn = end < text.Length
            && (char.IsAsciiLetterOrDigit(text[end])
                || (text[end] == '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])));
        return goesOn || subject > 9 ? null : new EnhancedCode(text[start] - '0', subject, detail);
    }

    /// <summary>RFC 5321 gives out 4 and 5 with a second digit from 0 to 5.</summary>
    private static int? ReplyAt(string text, int start)
    {
        if (start + 3 > text.Length || text[start + 1] is < '0' or > '5' || !char.IsAsciiDigit(text[start + 2]))
            return null;
        if (start + 3 < text.Length && (char.IsAsciiLetterOrDigit(text[start + 3]) || text[start + 3] is '.' or '@'))
            return null;

        return ((text[start] - '0') * 100) + ((text[start + 1] - '0') * 10) + (text[start + 2] - '0');
    }

    private static int? Digits(string text, int start, out int value)
    {
        value = 0;
        var end = start;
        while (end < text.Length && end - start < 3 && char.IsAsciiDigit(text[end]))
            value = (value * 10) + (text[end++] - '0');
        return end > start ? end : null;
    }

    private static bool IsInsideWord(char before) => char.IsAsciiLetterOrDigit(before) || before is '.' or '@' or '/';
}
