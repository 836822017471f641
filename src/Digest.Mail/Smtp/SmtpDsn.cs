using System.Buffers;
using Digest.Mail.Mime;

namespace Digest.Mail.Smtp;

/// <summary>
/// What reports about a delivery shall hold and when they are wanted (RFC 3461). Said only to a server that offers
/// DSN; all it writes is printable ASCII without spaces inside a value.
/// </summary>
public sealed record SmtpDsn
{
    private const int MaxEnvelopeId = 100;
    private const int MaxOriginalRecipient = 500;

    public SmtpDsnReturn Return { get; init; } = SmtpDsnReturn.Headers;

    public SmtpDsnNotify Notify { get; init; } = SmtpDsnNotify.Failure | SmtpDsnNotify.Delay;

    /// <summary>
    /// A name for the transaction that comes back as <c>Original-Envelope-Id</c>: printable ASCII, at most 100
    /// characters as xtext (§4.4). Null for none.
    /// </summary>
    /// <exception cref="FormatException">The text is longer, or holds something else.</exception>
    public string? EnvelopeId
    {
        get;
        init => field = value is null || IsEnvelopeId(value)
            ? value
            : throw new FormatException("An envelope id is printable ASCII of at most 100 characters as xtext");
    }

    /// <summary>
    /// Whether ORCPT repeats the recipient (§4.2), so that a report after a forwarding names who was meant.
    /// </summary>
    public bool NamesRecipient { get; init; } = true;

    /// <summary>Whether a text can be an <see cref="EnvelopeId"/>.</summary>
    public static bool IsEnvelopeId(string value) =>
        value.All(c => c is >= ' ' and <= '~') && Xtext.Length(value) <= MaxEnvelopeId;

    /// <summary>Writes the parameters of MAIL, each with a space before it.</summary>
    internal void WriteMail(IBufferWriter<byte> output)
    {
        if (Return != SmtpDsnReturn.Unsaid)
            output.Write(Return == SmtpDsnReturn.Full ? " RET=FULL"u8 : " RET=HDRS"u8);
        if (string.IsNullOrEmpty(EnvelopeId))
            return;

        output.Write(" ENVID="u8);
        Xtext.Write(EnvelopeId, output);
    }

    /// <summary>Writes the parameters of RCPT, each with a space before it.</summary>
    internal void WriteRecipient(EmailAddress recipient, IBufferWriter<byte> output)
    {
        WriteNotify(output);
        if (!NamesRecipient)
            return;

        // Too long an address goes without: it is a comfort for the reader of a report, no more.
        var isInternational = recipient.IsInternational;
        var type = isInternational ? " ORCPT=utf-8;"u8 : " ORCPT=rfc822;"u8;
        var length = isInternational ? Xtext.UnicodeLength(recipient.Value) : Xtext.Length(recipient.Value);
        if (type.Length - " ORCPT=".Length + length > MaxOriginalRecipient)
            return;

        output.Write(type);
        if (isInternational)
            Xtext.WriteUnicode(recipient.Value, output);
        else
            Xtext.Write(recipient.Value, output);
    }

    private void WriteNotify(IBufferWriter<byte> output)
    {
        if (Notify == SmtpDsnNotify.Unsaid)
            return;

        output.Write(" NOTIFY="u8);
        if (Notify.HasFlag(SmtpDsnNotify.Never))
        {
            output.Write("NEVER"u8);
            return;
        }

        var isFirst = true;
        Add(SmtpDsnNotify.Success, "SUCCESS"u8, output, ref isFirst);
        Add(SmtpDsnNotify.Failure, "FAILURE"u8, output, ref isFirst);
        Add(SmtpDsnNotify.Delay, "DELAY"u8, output, ref isFirst);
    }

    private void Add(SmtpDsnNotify flag, ReadOnlySpan<byte> word, IBufferWriter<byte> output, ref bool isFirst)
    {
        if (!Notify.HasFlag(flag))
            return;
        if (!isFirst)
            output.Write(","u8);
        output.Write(word);
        isFirst = false;
    }
}
