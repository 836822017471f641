using System.Buffers;
using System.Text;

namespace Digest.Mail.Mime.Reading;

/// <summary>What a body says of itself beyond its content type: its charset, disposition and file name.</summary>
internal static class BodyText
{
    // Where HTML may name its charset (the HTML standard's prescan).
    private const int PrescanOctets = 1024;
    private const int DispositionParameters = 64;

    private static readonly SearchValues<byte> AfterToken = SearchValues.Create("; \t\r\n\"("u8);
    private static readonly SearchValues<char> AfterCharset = SearchValues.Create(" \"'>;/\r\n");

    public static string Decode(ReadOnlySpan<byte> body, ContentType type)
    {
        var declared = type.Charset is { } name ? Charsets.Find(name) : null;
        var mark = MarkOf(body, out var marked);
        var charset = declared is null or ASCIIEncoding ? marked ?? Guess(body, type) : declared;
        return charset.GetString(marked is not null && charset.Equals(marked) ? body[mark..] : body);
    }

    public static string? DispositionOf(HeaderList headers)
    {
        var value = headers.Raw("Content-Disposition").Span.TrimStart(" \t\r\n\""u8);
        var end = value.IndexOfAny(AfterToken);
        var name = end < 0 ? value : value[..end];
        return name.IsEmpty ? null : Encoding.Latin1.GetString(name).ToLowerInvariant();
    }

    public static string? FileNameOf(MimeEntity entity)
    {
        var value = entity.Headers.Raw("Content-Disposition").Span;
        var parameters = ParameterList.Read(value, DispositionParameters).Values;
        return parameters.GetValueOrDefault("filename")
            ?? parameters.GetValueOrDefault("name")
            ?? entity.ContentType.Parameters.GetValueOrDefault("name")
            ?? entity.ContentType.Parameters.GetValueOrDefault("filename");
    }

    private static int MarkOf(ReadOnlySpan<byte> body, out Encoding? charset)
    {
        charset = body.StartsWith("\uFEFF"u8) ? Charsets.Utf8
            : body.StartsWith<byte>([0xFF, 0xFE]) ? Encoding.Unicode
            : body.StartsWith<byte>([0xFE, 0xFF]) ? Encoding.BigEndianUnicode
            : null;
        return charset?.GetPreamble().Length ?? 0;
    }

    private static Encoding Guess(ReadOnlySpan<byte> body, ContentType type)
    {
        var guess = TextGuess.Of(body);
        if (guess != Charsets.Windows1252 || type.MediaType != "text/html")
            return guess;

        return MetaCharset(body[..Math.Min(body.Length, PrescanOctets)]) ?? guess;
    }

    /// <summary><c>charset=x</c> in quotes or without, wherever it stands near the start.</summary>
    private static Encoding? MetaCharset(ReadOnlySpan<byte> head)
    {
        var text = Encoding.Latin1.GetString(head);
        var at = text.IndexOf("charset", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;

        var name = text[(at + "charset".Length)..].TrimStart(' ', '=', '"', '\'');
        var end = name.AsSpan().IndexOfAny(AfterCharset);
        return Charsets.Find(end < 0 ? name : name[..end]);
    }
}
