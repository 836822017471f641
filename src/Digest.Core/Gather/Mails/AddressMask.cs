using System.Text;
using System.Text.RegularExpressions;
using Digest.Markup;

namespace Digest.Gather.Mails;

/// <summary>
/// Takes e-mail addresses out of a text that is to be published, the disguises of archives too:
/// <c>a at b.example</c>, <c>a(a)b.example</c>, <c>a [at] b.example</c>. Web addresses stay, but for a query or a user
/// name that holds one: it would be a reader's own.
/// </summary>
internal static partial class AddressMask
{
    public const string Mark = "…@…";
    private const string LocalMarks = "._%+-=/!#$&'*?^`{|}~\\";

    /// <summary>Text or Markdown.</summary>
    public static string Of(string text)
    {
        var masked = new StringBuilder(text.Length);
        var at = 0;
        foreach (Match address in WebAddress.Pattern().Matches(text))
        {
            masked.Append(OfWords(text[at..address.Index])).Append(OfWebAddress(address.Value));
            at = address.Index + address.Length;
        }

        return masked.Append(OfWords(text[at..])).ToString();
    }

    /// <summary>True if it holds an address.</summary>
    public static bool IsAddress(string text) => OfWords(text) != text;

    private static string OfWebAddress(string address)
    {
        if (!address.Contains('@') && !address.Contains("%40", StringComparison.OrdinalIgnoreCase))
            return address;

        var authority = address.IndexOf("//", StringComparison.Ordinal) + 2;
        var path = address.AsSpan(authority).IndexOfAny('/', '?', '#') is >= 0 and var hit
            ? authority + hit : address.Length;
        if (address.AsSpan(authority, path - authority).Contains('@'))
            return Mark;

        var query = address.AsSpan(path).IndexOfAny('?', '#') is >= 0 and var mark ? path + mark : address.Length;
        var tail = address[query..].Replace("%40", "@", StringComparison.OrdinalIgnoreCase);
        return IsAddress(tail) ? address[..query] : address;
    }

    private static string OfWords(string text)
    {
        var plain = Disguise().Replace(MailTo().Replace(text, ""), Unmasked);
        var masked = new StringBuilder(plain.Length);
        var done = 0;
        for (var sign = plain.AsSpan().IndexOfAny('@', '＠'); sign >= 0;)
        {
            var start = StartOfLocal(plain, sign, done);
            var end = EndOfDomain(plain, sign);
            if (start < sign && end > sign)
            {
                masked.Append(plain, done, start - done).Append(Mark);
                done = end;
            }

            var from = Math.Max(sign + 1, done);
            sign = plain.AsSpan(from).IndexOfAny('@', '＠') is >= 0 and var next ? from + next : -1;
        }

        return masked.Append(plain, done, plain.Length - done).ToString();
    }

    /// <summary>A disguise becomes the mark itself, unless it is a sentence: «look at keel.example».</summary>
    private static string Unmasked(Match match) =>
        match.Groups["word"].Success && Prose().IsMatch(match.Groups["local"].Value) ? match.Value : Mark;

    private static int StartOfLocal(string text, int sign, int from)
    {
        var start = sign;
        while (start > from && (char.IsAsciiLetterOrDigit(text[start - 1]) || LocalMarks.Contains(text[start - 1])))
            start--;
        while (start < sign && text[start] is '*' or '\'' or '`' or '/' or '\\' or '|' or '~')
            start++;
        if (start < sign)
            return start;

        while (start > from && char.IsLetterOrDigit(text[start - 1]))
            start--;
        return start;
    }

    /// <summary>Where the domain ends: labels with dots between, the last of letters; the sign if none.</summary>
    private static int EndOfDomain(string text, int sign) =>
        Domain().Match(text, sign + 1) is { Success: true } domain && domain.Index == sign + 1
            ? domain.Index + domain.Length
            : sign;

    [GeneratedRegex(@"\G(?:[A-Za-z0-9_-]{1,63}(?:\\?\.)){1,20}[A-Za-z][A-Za-z0-9-]{0,62}[A-Za-z0-9]" +
        @"|\G(?:[\p{L}\p{N}-]{1,63}\.){1,20}\p{L}{2,63}|\G\[[0-9A-Fa-f.:]{3,45}\]")]
    private static partial Regex Domain();

    [GeneratedRegex(
        @"(?<![\w.+-])(?<local>[\w.+-]{1,64})(?:(?<word>\s(?:at|AT)\s)|\s?[(\[{]\s?(?:a|at|AT|@)\s?[)\]}]\s?)" +
        @"(?:[\w-]{1,63}(?:\.|\s(?:dot|DOT)\s|\s?[(\[]dot[)\]]\s?)){1,8}[A-Za-z]{2,24}(?![\w-])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Disguise();

    [GeneratedRegex(@"\bmailto:", RegexOptions.IgnoreCase)]
    private static partial Regex MailTo();

    // Only what people write before «at host»; a local part with a digit, dot or sign is never prose.
    [GeneratedRegex(
        @"\A(?:look(?:s|ing|ed)?|see|seen|available|found|find|live[sd]?|is|are|was|be|here|there|it|them|this|that|" +
        @"meet(?:s|ing|ings)?|met|post(?:s|ed)?|host(?:s|ed)?|up|out|work(?:s|ing)?|down|code|docs?|documentation|" +
        @"pages?|sites?|website|downloads?|online|more|releas(?:e|es|ed)|run(?:s|ning)?|people|us|me|all|time|team|" +
        @"talks?|servers?|located|published|projects?|repo|repository|wiki|register(?:ed)?|and|point(?:s|ed|ing)?|" +
        @"archives?|listed|instance|tracker|source|sources|details|schedule|agenda|notes|join|read|visit|now|list|" +
        @"blog|patch|patches|review|reviews|bug|bugs|open|opened|start(?:s|ed)?|stay|got|get|used|use|log|logs)\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Prose();
}
