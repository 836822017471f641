using System.Text.RegularExpressions;
using Digest.Mail.Mime.Reading;
using Digest.Markup;

namespace Digest.Gather.Mails;

/// <summary>
/// Who wrote a mail: a name that may be shown, and a key to tell people apart. The address is never shown.
/// </summary>
/// <param name="Name">Without any address; null if the mail gives none.</param>
/// <param name="Key">The same for mails of the same person; never shown.</param>
internal sealed partial record MailAuthor(string? Name, string Key)
{
    private const int LongestFrom = 500;

    public static MailAuthor Read(HeaderList headers) =>
        Of(headers["From"] ?? "", headers.Mailboxes("From") is [var mailbox, ..] ? mailbox.Name : null);

    /// <param name="from">The whole field, decoded.</param>
    /// <param name="name">The name that a reader of mailboxes found in it.</param>
    public static MailAuthor Of(string from, string? name)
    {
        var field = from.Length > LongestFrom ? from[..LongestFrom] : from;

        // Archives write «a at b (Name)», whose address no reader of mailboxes knows.
        var said = InBrackets().Match(field) is { Success: true } bare ? bare.Groups[1].Value : name;
        var shown = Shown(said is { Length: > 0 } ? said : BeforeAddress().Match(field).Groups[1].Value);
        return new MailAuthor(shown, (shown ?? field.Trim()).ToUpperInvariant());
    }

    /// <summary>A list that signs for its members writes «Name via List» (RFC 7960 §4.1.3).</summary>
    private static string? Shown(string name)
    {
        var plain = Via().Replace(PlainLine.Of(name).Trim(' ', '"', '\''), "").Trim();
        return plain.Length == 0 || plain.Contains('@') || AddressMask.Of(plain) != plain ? null : plain;
    }

    [GeneratedRegex(@"\A\s*[^\s<>""(]+(?:\s+\S{1,12}\s+[^\s<>""(]+)?\s*\((.+)\)\s*\z", RegexOptions.Singleline)]
    private static partial Regex InBrackets();

    // Spaces around the name are taken off afterwards: here they could be shared out in too many ways.
    [GeneratedRegex(@"\A([^<>@]*)<{1,2}[^<>]*>{1,2}\s*\z")]
    private static partial Regex BeforeAddress();

    [GeneratedRegex(@"\s+via\s+\S.*\z", RegexOptions.IgnoreCase)]
    private static partial Regex Via();
}
