using System.Text;
using System.Xml;

namespace Digest.Feeds;

/// <summary>Text as XML 1.0 allows it.</summary>
internal static class XmlText
{
    /// <summary>
    /// Drops what no XML 1.0 document may hold, not even escaped: most controls, lone surrogates, U+FFFE.
    /// </summary>
    public static string Clean(string text)
    {
        var bad = IndexOfIllegal(text, 0);
        if (bad < 0)
            return text;

        var clean = new StringBuilder(text.Length);
        var start = 0;
        for (; bad >= 0; bad = IndexOfIllegal(text, start))
        {
            clean.Append(text, start, bad - start);
            start = bad + 1;
        }

        return clean.Append(text, start, text.Length - start).ToString();
    }

    private static int IndexOfIllegal(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (!XmlConvert.IsXmlChar(text[i]))
                return i;
        }

        return -1;
    }
}
