using System.Text;
using AngleSharp.Dom;
using Digest.Gather.Web;
using Digest.Mail.Mime.Reading;
using Digest.Markup;

namespace Digest.Gather.Listings;

/// <summary>A web page that is read for its links, and the address it lies at.</summary>
internal sealed record HtmlPage(IParentNode Body, Uri Location)
{
    /// <exception cref="SourceTroubleException">The page is nested so deep that nobody wrote it.</exception>
    public static HtmlPage Read(WebAnswer.Found answer)
    {
        try
        {
            return new HtmlPage((IParentNode)HtmlCleaner.Parse(Text(answer)), answer.Location);
        }
        catch (NestingException)
        {
            throw WebSession.Trouble(answer.Location, "the page is nested too deep to be read");
        }
    }

    /// <summary>True if the octets are a page and not the file that was asked for.</summary>
    public static bool Looks(ReadOnlyMemory<byte> octets)
    {
        var start = octets.Span[..Math.Min(octets.Length, 512)].TrimStart(" \t\r\n\uFEFF"u8);
        var text = Encoding.ASCII.GetString(start);
        return text.StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("<head", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A page is read as the part of a mail is: by its declared charset, its own, or a guess.</summary>
    public static string Text(WebAnswer.Found answer)
    {
        var type = answer.ContentType is { } declared && declared.StartsWith("text/", StringComparison.Ordinal)
            ? declared.ReplaceLineEndings(" ")
            : "text/html";
        return MimeReader.Read(
            (byte[])[.. Encoding.ASCII.GetBytes($"Content-Type: {type}\n\n"), .. answer.Bytes.Span]).DecodeText();
    }
}
