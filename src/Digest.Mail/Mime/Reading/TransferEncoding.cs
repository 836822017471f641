namespace Digest.Mail.Mime.Reading;

/// <summary>How the octets of a body are written (RFC 2045 §6); uuencode came before it and is still met.</summary>
internal enum TransferEncoding
{
    AsItIs,
    Base64,
    QuotedPrintable,
    UuEncode,
    Unknown,
}
