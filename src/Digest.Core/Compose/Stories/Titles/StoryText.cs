using System.Text.RegularExpressions;
using Digest.Model;

namespace Digest.Compose.Stories.Titles;

/// <summary>What an item says, made ready for comparing. The body is read only where a title leaves a doubt.</summary>
internal sealed partial class StoryText(string title, string body)
{
    // A retelling says what it is about at once; what comes later is where retellings part.
    private const int Reach = 1200;

    private Unit[]? _body;

    public Title Title { get; } = TitleReader.Read(title);

    public Unit[] Body => _body ??= TitleReader.ReadBody(Plain(body));

    public static StoryText Of(GatheredItem item) => new(item.Title, item.Body);

    // Addresses, quotations and the marks of Markdown are no words of the text.
    private static string Plain(string body) =>
        Marks().Replace(Addresses().Replace(body.Length > Reach ? body[..Reach] : body, " "), " ");

    [GeneratedRegex(@"\]\([^()\s]{0,500}\)|https?://[^\s<>)\]]{1,500}", RegexOptions.IgnoreCase)]
    private static partial Regex Addresses();

    [GeneratedRegex(@"[*_`#>\[\]\\|]+")]
    private static partial Regex Marks();
}
