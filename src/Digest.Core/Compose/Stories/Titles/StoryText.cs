using System.Text.RegularExpressions;
using Digest.Model;

namespace Digest.Compose.Stories.Titles;

/// <summary>What an item says, made ready for comparing. The body is read only where a title leaves a doubt.</summary>
internal sealed partial class StoryText(string title, string body)
{
    // A retelling says what it is about at once; what comes later is where retellings part.
    private const int Reach = 1200;

    /// <summary>The width from which on a text is no mere line that stands under every post.</summary>
    public const int LeastPrint = 80;

    private Unit[]? _body;
    private (ulong, int)? _print;

    public Title Title { get; } = TitleReader.Read(title);

    public Unit[] Body => _body ??= TitleReader.ReadBody(Plain(body));

    /// <summary>
    /// A print of its letters and digits up to <see cref="Reach"/>, and how wide they are: two columns for a character
    /// of Chinese.
    /// </summary>
    public (ulong Hash, int Width) Print => _print ??= PrintOf(body);

    public static StoryText Of(GatheredItem item) => new(item.Title, item.Body);

    private static (ulong Hash, int Width) PrintOf(string body)
    {
        if (body.Length < LeastPrint / 2)
            return (0, 0);

        var letters = string.Concat(Plain(body).Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return (TextHash.Of(letters), letters.Sum(letter => Writings.IsSign(letter) ? 2 : 1));
    }

    // Addresses, quotations and the marks of Markdown are no words of the text.
    private static string Plain(string body) =>
        Marks().Replace(Addresses().Replace(body.Length > Reach ? body[..Reach] : body, " "), " ");

    [GeneratedRegex(@"\]\([^()\s]{0,500}\)|https?://[^\s<>)\]]{1,500}", RegexOptions.IgnoreCase)]
    private static partial Regex Addresses();

    [GeneratedRegex(@"[*_`#>\[\]\\|]+")]
    private static partial Regex Marks();
}
