using System.Text;
using Digest.Mail.Mime.Reading;

namespace Digest.Doctor;

/// <summary>Looks at a finished letter with the eyes of who gets it (standards.md B1, L3, H4).</summary>
public static class LetterLint
{
    private const int WarnAbove = 80 * 1024;
    private const int RefuseAbove = 100 * 1024;
    private const string Html = "text/html";
    private const string OurFault = "report this as a bug";

    private static readonly string[] Needed =
    [
        "From", "Reply-To", "To", "Subject", "Date", "Message-ID", "List-Id", "List-Unsubscribe",
        "List-Unsubscribe-Post", "Feedback-ID", "MIME-Version",
    ];

    /// <param name="letter">The octets that would be sent.</param>
    /// <param name="site">Our own address, of which another check has something to say.</param>
    public static IEnumerable<Finding> Look(ReadOnlyMemory<byte> letter, Uri site)
    {
        var message = MimeReader.Read(letter);
        var texts = message.Descendants().Where(part => part.ContentType.MediaType is Html or "text/plain").ToList();
        var html = texts.Find(part => part.ContentType.MediaType == Html)?.DecodeText() ?? "";
        return
        [
            .. Header(message.Headers), .. WayOut(message, texts), .. Size(html), .. LinkLint.Look(html, site),
        ];
    }

    private static IEnumerable<Finding> Header(HeaderList headers)
    {
        foreach (var name in Needed)
        {
            if (headers.All(name).Count is not 1 and var count)
                yield return Fail($"the letter has {count} fields {name}, and one is needed", OurFault);
        }

        foreach (var signature in headers.All("DKIM-Signature"))
        {
            var signed = SignedNames(signature);
            if (!signed.Contains("list-unsubscribe") || !signed.Contains("list-unsubscribe-post"))
                yield return Fail("the signature does not cover both List-Unsubscribe fields", OurFault);
        }
    }

    private static IEnumerable<Finding> Size(string html)
    {
        var size = Encoding.UTF8.GetByteCount(html);
        var message = $"{size / 1024} KB of HTML; Gmail hides what is after 102 KB";
        if (size > RefuseAbove)
            yield return Fail(message, "shorten the issue");
        else if (size > WarnAbove)
            yield return Warn(message, "shorten the issue");
    }

    /// <summary>The way out stands where readers see it, in every form of the letter.</summary>
    private static IEnumerable<Finding> WayOut(MimeEntity message, IEnumerable<MimeEntity> texts)
    {
        if (message.Headers["List-Unsubscribe"]?.Trim(' ', '<', '>') is not { Length: > 0 } link)
            yield break;

        foreach (var part in texts)
        {
            var kind = part.ContentType.MediaType;
            var text = part.DecodeText();
            var isThere = kind == Html
                ? LinkLint.Targets(text).Contains(link)
                : text.Contains(link, StringComparison.Ordinal);
            if (!isThere)
                yield return Fail($"the {kind} has no link to unsubscribe", "put it back into the template");
        }
    }

    private static HashSet<string> SignedNames(string signature)
    {
        var list = signature.Split(';').Select(tag => tag.Trim().Split('=', 2)).FirstOrDefault(tag => tag[0] == "h");
        return [.. (list?[^1] ?? "").Split(':').Select(name => name.Trim().ToLowerInvariant())];
    }

    private static Finding Warn(string message, string remedy) =>
        new(Verdict.Warn, LetterFindings.Subject, message, remedy);

    private static Finding Fail(string message, string remedy) =>
        new(Verdict.Fail, LetterFindings.Subject, message, remedy);
}
