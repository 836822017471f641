using System.Globalization;

namespace Digest.Mail.Smtp;

/// <summary>An enhanced status code, <c>class.subject.detail</c> (RFC 3463 §2).</summary>
public readonly record struct EnhancedCode(int Class, int Subject, int Detail)
{
    /// <summary>
    /// Reads the code at the start of a reply's text; it must agree with the reply's first digit (RFC 2034 §4).
    /// Servers put <c>#</c> before it or a colon behind it, and are understood; text that goes on like an address or
    /// a version is no code.
    /// </summary>
    public static EnhancedCode? Find(ReadOnlySpan<char> text, int replyCode)
    {
        text = text.TrimStart(' ');
        if (text is ['#', ..])
            text = text[1..];
        if (text is not ['2' or '4' or '5', '.', ..] || text[0] - '0' != replyCode / 100)
            return null;

        var rest = text[2..];
        if (!TakeNumber(ref rest, out var subject) || rest is not ['.', ..])
            return null;

        rest = rest[1..];
        return TakeNumber(ref rest, out var detail) && rest is [] or [' ' or '\t' or ':' or ',' or ';' or '-', ..]
            ? new EnhancedCode(replyCode / 100, subject, detail)
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Class}.{Subject}.{Detail}");

    /// <summary>One to three digits, and no digit behind them.</summary>
    private static bool TakeNumber(ref ReadOnlySpan<char> text, out int number)
    {
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        if (digits < 0)
            digits = text.Length;
        number = 0;
        if (digits is < 1 or > 3)
            return false;

        number = int.Parse(text[..digits], NumberStyles.None, CultureInfo.InvariantCulture);
        text = text[digits..];
        return true;
    }
}
