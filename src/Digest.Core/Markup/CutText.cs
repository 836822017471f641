namespace Digest.Markup;

/// <summary>Text of other people where there is no room for all of it.</summary>
internal static class CutText
{
    /// <summary>The text, or its beginning and an ellipsis. No character is cut in two.</summary>
    /// <param name="length">The most UTF-16 code units before the ellipsis.</param>
    public static string At(string text, int length)
    {
        if (text.Length <= length)
            return text;

        var end = length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        return text[..end].TrimEnd() + "…";
    }
}
