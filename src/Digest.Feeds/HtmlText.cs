namespace Digest.Feeds;

/// <summary>Plain text and HTML, one made of the other.</summary>
internal static partial class HtmlText
{
    /// <summary>Plain text as an HTML fragment.</summary>
    public static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
}
