using System.Globalization;

namespace Digest.Feeds.Xml;

/// <summary>Faults with the line they stand in. Lines are counted for those alone that somebody will read.</summary>
internal sealed class FeedDiagnostics(string text, FeedWarnings warnings)
{
    public void Add(int place, string what) =>
        warnings.Add(warnings.IsFull ? what : AtLine(place, what));

    public string AtLine(int place, string what)
    {
        var line = 1 + text.AsSpan(0, Math.Min(place, text.Length)).Count('\n');
        return string.Create(CultureInfo.InvariantCulture, $"line {line}: {what}");
    }
}
