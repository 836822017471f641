using System.Text;
using Digest.Markup;

namespace Digest.Compose;

/// <summary>Writes untrusted text into a draft so that it is read as that text.</summary>
internal static class MarkdownText
{
    /// <summary>One line of words for the start of a line; what Markdown would take for its own is escaped.</summary>
    public static string Line(string words) => MarkdownEscape.LineStart(Inside(words));

    /// <summary>The same for the middle of a line.</summary>
    public static string Inside(string words) =>
        MarkdownEscape.Text(string.Concat(words.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)));

    /// <summary>An address between angle brackets; what would end it early is percent-encoded.</summary>
    public static string Link(string url)
    {
        var output = new StringBuilder("<");
        foreach (var c in url.Trim())
        {
            if (c is '<' or '>' or ' ' or '\\')
                output.Append(Uri.HexEscape(c));
            else if (!char.IsControl(c) && !char.IsWhiteSpace(c))
                output.Append(c);
        }

        return output.Append('>').ToString();
    }
}
