using System.Text;
using HandlebarsDotNet;

namespace Digest.Templating;

/// <summary>
/// Escapes text for element content and quoted attributes. Chinese stays Chinese: the engine's own encoder would write
/// a character reference for each character and make a letter five times as long.
/// </summary>
internal sealed class HtmlText : ITextEncoder
{
    public void Encode(StringBuilder? text, TextWriter target) => Encode(text?.ToString(), target);

    public void Encode(string? text, TextWriter target)
    {
        foreach (var character in text ?? "")
            Write(character, target);
    }

    public void Encode<T>(T? text, TextWriter target) where T : IEnumerator<char>
    {
        while (text?.MoveNext() == true)
            Write(text.Current, target);
    }

    private static void Write(char character, TextWriter target)
    {
        switch (character)
        {
            case '&': target.Write("&amp;"); break;
            case '<': target.Write("&lt;"); break;
            case '>': target.Write("&gt;"); break;
            case '"': target.Write("&quot;"); break;
            case '\'': target.Write("&#39;"); break;
            default: target.Write(character); break;
        }
    }
}
