using Digest.Model;

namespace Digest.Publish;

/// <summary>The text of an issue for the web: the letter's without its foot, which speaks to one subscriber.</summary>
public static class WebText
{
    /// <summary>The line before a signature (RFC 3676 §4.3); the template ends the issue with it.</summary>
    private const string Foot = "\n-- \n";

    public static string From(string letter)
    {
        var foot = letter.LastIndexOf(Foot, StringComparison.Ordinal);
        var text = foot < 0 ? letter : letter[..foot].TrimEnd('\n') + "\n";

        // A newsletter's own template may say it elsewhere; an address with nobody behind it must not be published.
        return text.Contains(LetterSlots.Unsubscribe, StringComparison.Ordinal) ? WithoutSlot(text) : text;
    }

    private static string WithoutSlot(string text) => string.Join(
        '\n', text.Split('\n').Where(line => !line.Contains(LetterSlots.Unsubscribe, StringComparison.Ordinal)));
}
