using System.Text;

namespace Digest.Feeds.Xml;

/// <summary>The text of an element that is written in several pieces.</summary>
internal static class MixedText
{
    public static string Of(string document, int from, int to)
    {
        var text = new StringBuilder();
        var tokens = new XmlTokens(document, from, to);
        while (tokens.Next())
        {
            if (tokens.Kind == XmlToken.Data)
                text.Append(tokens.Span);
            else if (tokens.Kind == XmlToken.Text)
                text.Append(XmlReferences.Decode(tokens.Span));
        }

        return text.ToString();
    }
}
