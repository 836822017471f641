using System.Globalization;

namespace Digest.Mail.Smtp;

/// <summary>An enhanced status code, <c>class.subject.detail</c> (RFC 3463 §2).</summary>
public readonly record struct EnhancedCode(int Class, int Subject, int Detail)
{
    /// <summary>
    /// Reads the code at the start of a reply's text; it must agree with the reply's first digit (RFC 2034 §4).
    /// </summary>
    public static EnhancedCode? Find(string text, int replyCode)
    {
        var word = text.Split(' ', 2)[0];
        if (word.Split('.') is not [{ Length: 1 } first, { Length: <= 3 } subject, { Length: <= 3 } detail])
            return null;
        if (!Number(first, out var status) || !Number(subject, out var about) || !Number(detail, out var exact))
            return null;

        return status == replyCode / 100 ? new EnhancedCode(status, about, exact) : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Class}.{Subject}.{Detail}");

    private static bool Number(string digits, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
