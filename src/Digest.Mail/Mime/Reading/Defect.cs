namespace Digest.Mail.Mime.Reading;

/// <summary>What can be wrong with a message, and how it was read.</summary>
internal static class Defect
{
    public const string HeaderTooLong = "The header is longer than the limit: fields beyond it were left out.";
    public const string NoBlankLine = "No blank line after the header: the body begins at the line that is no field.";
    public const string NoField = "A line of the header is no field: it was left out.";
    public const string NoBoundary = "The multipart names no boundary: the one its lines show was taken.";
    public const string OtherBoundary = "The boundary never occurs: the one that the lines show was taken.";
    public const string NoParts = "The multipart has no part: it was read as one body.";
    public const string NotClosed = "The multipart is not closed: it was taken to end with what holds it.";
    public const string TooDeep = "Nested deeper than the limit: it was read as one body.";
    public const string TooMany = "More parts than the limit: those beyond it were left out.";
    public const string BadContentType = "The content type cannot be read: text/plain was taken.";
    public const string EncodedMessage = "The attached message is encoded, which is forbidden: it was decoded.";
    public const string BadBase64 = "The base64 holds other characters or ends early: what could be was decoded.";
    public const string BadQuotedPrintable = "The quoted-printable holds a stray equals sign: it was left as it is.";
    public const string UnknownEncoding = "The transfer encoding is unknown: the body was left as it is.";
}
