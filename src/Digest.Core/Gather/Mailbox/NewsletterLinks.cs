using System.Text.RegularExpressions;
using Digest.Gather.Mails;

namespace Digest.Gather.Mailbox;

/// <summary>
/// Takes out of a newsletter what was made for the one reader it was sent to: ways to unsubscribe, tracking in
/// addresses, and images, whose loading is counted.
/// </summary>
internal static partial class NewsletterLinks
{
    // A longer line says more than how to leave.
    private const int LongestFooter = 300;

    /// <param name="markdown">The text of the newsletter.</param>
    /// <param name="own">Addresses of its header that act for this reader: List-Unsubscribe.</param>
    public static string Clean(string markdown, IReadOnlySet<string> own)
    {
        var lines = Image().Replace(markdown, "${label}").Split('\n')
            .Where(line => !IsFooter(line, own))
            .Select(line => Autolink().Replace(Link().Replace(line, match => Cleaned(match, own)), CleanedAutolink));
        return Blanks().Replace(string.Join('\n', lines), "\n\n").Trim();
    }

    private static bool IsFooter(string line, IReadOnlySet<string> own) =>
        Link().Replace(line, "${label}").Length <= LongestFooter
        && (Leave().IsMatch(line) || Link().Matches(line).Any(link => own.Contains(AddressOf(link))));

    private static string Cleaned(Match link, IReadOnlySet<string> own)
    {
        var (label, address) = (link.Groups["label"].Value, AddressOf(link));
        if (own.Contains(address) || Leave().IsMatch(label) || Leave().IsMatch(address))
            return label;

        return string.IsNullOrWhiteSpace(label) ? "" : $"[{label}]({TrackingFreeAddress.Of(link.Groups["url"].Value)})";
    }

    private static string CleanedAutolink(Match link) => $"<{TrackingFreeAddress.Of(link.Groups["url"].Value)}>";

    private static string AddressOf(Match link) => link.Groups["url"].Value.Trim('<', '>').Replace("&amp;", "&");

    [GeneratedRegex(@"!\[(?<label>(?:[^\[\]\\]|\\.){0,500})\]\((?:<[^<>\n]{0,3000}>|[^\s<>()]{0,3000})\)")]
    private static partial Regex Image();

    [GeneratedRegex(
        @"(?<!!)\[(?<label>(?:[^\[\]\\]|\\.){0,500})\]\((?<url><[^<>\n]{0,3000}>|[^\s<>()]{0,3000})\)")]
    private static partial Regex Link();

    [GeneratedRegex("<(?<url>https?://[^<>\\s]{1,3000})>", RegexOptions.IgnoreCase)]
    private static partial Regex Autolink();

    [GeneratedRegex(
        @"unsubscri|opt[-_ ]?out|(?:manage|update|change)[-_ ](?:your[-_ ])?(?:e-?mail[-_ ])?" +
        @"(?:preferences|subscription)|" +
        @"view (?:this |it |the )?(?:e-?mail |message |newsletter )?(?:in|on) (?:your |a |the )?(?:web|browser)|" +
        @"view online|退订|退訂|取消订阅|取消訂閱|在浏览器中|在瀏覽器|配信停止|配信解除|購読解除|登録解除|ブラウザで",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Leave();

    [GeneratedRegex(@"\n[ \t]*(?:\n[ \t]*)+\n*")]
    private static partial Regex Blanks();
}
