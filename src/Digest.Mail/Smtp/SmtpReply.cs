namespace Digest.Mail.Smtp;

/// <summary>
/// One reply of a server (RFC 5321 §4.2). The text is untrusted: controls are replaced, nothing more.
/// </summary>
/// <param name="Code">Three digits; the first decides (§4.2.1).</param>
/// <param name="Enhanced">The code of RFC 3463 at the start of the text; null if the server gave none.</param>
/// <param name="Lines">The text of each line, the enhanced code included.</param>
public sealed record SmtpReply(int Code, EnhancedCode? Enhanced, IReadOnlyList<string> Lines)
{
    private const int MaxShown = 500;

    /// <summary>2yz: done.</summary>
    public bool IsPositive => Code / 100 == 2;

    /// <summary>3yz: go on.</summary>
    public bool IsIntermediate => Code / 100 == 3;

    /// <summary>4yz: not now.</summary>
    public bool IsTransient => Code / 100 == 4;

    /// <summary>5yz: never.</summary>
    public bool IsPermanent => Code / 100 == 5;

    /// <summary>421 may be the answer to any command: the server closes the connection (RFC 5321 §3.8).</summary>
    /// <exception cref="SmtpConnectionException">It does.</exception>
    internal void ThrowIfClosing()
    {
        if (Code == 421)
            throw new SmtpConnectionException(ToString());
    }

    /// <summary>On one line, cut to 500 characters, for a record or a message to a person.</summary>
    public override string ToString()
    {
        var text = $"{Code} {(Lines.Count == 1 ? Lines[0] : string.Join(' ', Lines))}".TrimEnd();
        return text.Length <= MaxShown ? text : text[..MaxShown];
    }
}
