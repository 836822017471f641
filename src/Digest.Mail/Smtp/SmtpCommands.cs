using System.Buffers;
using System.Globalization;
using System.Text;
using Digest.Mail.Mime;

namespace Digest.Mail.Smtp;

/// <summary>Commands as octets, one behind the other, in a buffer that is used again.</summary>
internal sealed class SmtpCommands
{
    private const int Usual = 1024;
    private readonly ArrayBufferWriter<byte> _octets = new(Usual);

    public ReadOnlyMemory<byte> Octets => _octets.WrittenMemory;

    public void Clear() => _octets.ResetWrittenCount();

    public void Reset() => _octets.Write("RSET\r\n"u8);

    /// <param name="envelope">Whose sender is named.</param>
    /// <param name="features">What the server offers.</param>
    /// <param name="size">Octets of the message.</param>
    /// <param name="isEightBit">True if some of them lie beyond ASCII.</param>
    public void Mail(SmtpEnvelope envelope, SmtpFeatures features, int size, bool isEightBit)
    {
        var start = _octets.WrittenCount;
        _octets.Write("MAIL FROM:<"u8);
        Write(envelope.Sender);
        _octets.Write(">"u8);
        if (features.Size)
        {
            _octets.Write(" SIZE="u8);
            Write(size);
        }

        if (isEightBit)
            _octets.Write(" BODY=8BITMIME"u8);
        if (envelope.IsInternational)
            _octets.Write(" SMTPUTF8"u8);
        if (features.Dsn)
            envelope.Dsn?.WriteMail(_octets);
        EndLine(start);
    }

    public void Recipient(SmtpEnvelope envelope, SmtpFeatures features)
    {
        var start = _octets.WrittenCount;
        _octets.Write("RCPT TO:<"u8);
        Write(envelope.Recipient);
        _octets.Write(">"u8);
        if (features.Dsn)
            envelope.Dsn?.WriteRecipient(envelope.Recipient, _octets);
        EndLine(start);
    }

    public void Data() => _octets.Write("DATA\r\n"u8);

    /// <summary>The octets that follow are the whole message (RFC 3030 §2).</summary>
    public void Chunk(int size)
    {
        _octets.Write("BDAT "u8);
        Write(size);
        _octets.Write(" LAST\r\n"u8);
    }

    public void Dot() => _octets.Write(".\r\n"u8);

    private void Write(EmailAddress? address)
    {
        if (address is null)
            return;
        Encoding.UTF8.GetBytes(address.LocalPart, _octets);
        _octets.Write("@"u8);
        Encoding.UTF8.GetBytes(address.Domain, _octets);
    }

    private void Write(int number)
    {
        number.TryFormat(_octets.GetSpan(11), out var length, default, CultureInfo.InvariantCulture);
        _octets.Advance(length);
    }

    /// <summary>The last look before the wire: nothing that got this far may become a second command.</summary>
    /// <exception cref="FormatException">The command holds a line break or another control character.</exception>
    private void EndLine(int start)
    {
        if (_octets.WrittenSpan[start..].ContainsAnyInRange((byte)0, (byte)0x1F))
            throw new FormatException("An SMTP command holds a line break or another control character");
        _octets.Write("\r\n"u8);
    }
}
