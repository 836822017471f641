using System.Globalization;
using System.Text;

namespace Digest.Mail.Smtp;

/// <summary>
/// The part of a <see cref="SmtpTranscript"/> that one connection writes. From AUTH to the answer that ends it
/// everything is redacted but the mechanism and the codes, the server's words too: a server may repeat what it heard.
/// Not safe for calls at the same time.
/// </summary>
internal sealed class SmtpDialogue(SmtpTranscript transcript, int number)
{
    private const string Redacted = "[redacted]";
    private const int MaxShown = 1000;

    private bool _isSigningIn;

    /// <summary>Notes what goes out together: whole command lines, message text by its size only, more lines.</summary>
    public void Sent(ReadOnlySpan<byte> before, int text, ReadOnlySpan<byte> after)
    {
        Sent(before);
        if (text > 0)
            transcript.Write(number, $"C: [{text} octets]");
        Sent(after);
    }

    /// <summary>Notes one line of a reply as it came, without its line end.</summary>
    public void Received(ReadOnlySpan<byte> line)
    {
        var text = Shown(line);
        if (!_isSigningIn)
        {
            transcript.Write(number, $"S: {text}");
            return;
        }

        transcript.Write(number, $"S: {CodesOf(text)} {Redacted}");
        var isLast = text.Length < 4 || text[3] != '-';
        _isSigningIn = !isLast || text.StartsWith('3');
    }

    /// <summary>Notes what neither side said: connected, TLS made, closed.</summary>
    public void Note(string text) => transcript.Write(number, $"-- {Shown(Encoding.UTF8.GetBytes(text))}");

    private void Sent(ReadOnlySpan<byte> lines)
    {
        while (!lines.IsEmpty)
        {
            var end = lines.IndexOf("\r\n"u8);
            Sent(end < 0 ? Shown(lines) : Shown(lines[..end]));
            lines = end < 0 ? [] : lines[(end + 2)..];
        }
    }

    private void Sent(string line)
    {
        var words = line.Split(' ', 3);
        if (words[0].Equals("AUTH", StringComparison.OrdinalIgnoreCase))
        {
            _isSigningIn = true;
            line = words.Length > 2 ? $"AUTH {words[1]} {Redacted}" : line;
        }
        else if (_isSigningIn && line != "*")
        {
            line = Redacted;
        }

        transcript.Write(number, $"C: {line}");
    }

    private static string CodesOf(string text)
    {
        if (text.Length < 3 || text.AsSpan(0, 3).ContainsAnyExceptInRange('0', '9'))
            return "???";

        var code = int.Parse(text.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture);
        var enhanced = text.Length > 4 ? EnhancedCode.Find(text.AsSpan(4), code) : null;
        return $"{text[..3]} {enhanced}".TrimEnd();
    }

    /// <summary>Free of what could steer a terminal or fake a line, and cut to a bearable length.</summary>
    private static string Shown(ReadOnlySpan<byte> octets)
    {
        var text = new StringBuilder();
        foreach (var rune in Encoding.UTF8.GetString(octets[..Math.Min(octets.Length, MaxShown)]).EnumerateRunes())
            Append(rune, text);

        return octets.Length > MaxShown ? $"{text}... [{octets.Length} octets]" : text.ToString();
    }

    private static void Append(Rune rune, StringBuilder text)
    {
        if (rune.Value == '\\')
            text.Append(@"\\");
        else if (IsVisible(rune))
            text.Append(rune);
        else
            text.Append(CultureInfo.InvariantCulture, $@"\u{{{rune.Value:x}}}");
    }

    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
