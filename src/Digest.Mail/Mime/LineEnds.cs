using System.Text;

namespace Digest.Mail.Mime;

/// <summary>Line ends as mail wants them.</summary>
internal static class LineEnds
{
    /// <summary>
    /// Every CRLF, LF or lone CR becomes CRLF, and the text ends with one. NUL, which no mail may hold, goes.
    /// </summary>
    public static string ToCrLf(string text)
    {
        var result = new StringBuilder(text.Length + 64);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                continue;
            if (text[i] is '\r' or '\n')
                result.Append("\r\n");
            else if (text[i] != '\0')
                result.Append(text[i]);
        }

        if (result.Length == 0 || result[^1] != '\n')
            result.Append("\r\n");
        return result.ToString();
    }
}
