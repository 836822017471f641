using System.Net;
using System.Text;
using Digest.Mail.Mime.Reading;

namespace Digest.Doctor;

/// <summary>Looks at a finished letter with the eyes of who gets it (standards.md B1, L3, H4).</summary>
public static class LetterLint
{
    private const int WarnAbove = 80 * 1024;
    private const int RefuseAbove = 100 * 1024;
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
        var html = message.Descendants().FirstOrDefault(part => part.ContentType.MediaType == "text/html");
        var text = html?.DecodeText() ?? "";
        return [.. Header(message.Headers), .. Size(text), .. Links(text, site)];
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

    private static IEnumerable<Finding> Links(string html, Uri site)
    {
        var links = Targets(html)
            .Select(text => Uri.TryCreate(text, UriKind.Absolute, out var link) ? link : null)
            .OfType<Uri>()
            .Where(link => link.Host != site.Host)
            .ToList();
        if (links.FirstOrDefault(link => link.IsLoopback && link.Host.Length > 0) is { } local)
            yield return Fail($"a link leads to the reader's own host: {local}", "mend it in the issue");
        if (links.FirstOrDefault(link => link.Host.EndsWith(".invalid", StringComparison.Ordinal)) is { } slot)
            yield return Fail($"a link leads nowhere: {slot}", "mend it in the issue, or in the template");

        var plain = links.Where(link => link.Scheme == Uri.UriSchemeHttp).ToList();
        if (plain.Count > 0)
            yield return Warn($"{plain.Count} links are not https, the first is {plain[0]}", "use https");
    }

    /// <summary>What <c>href</c> and <c>src</c> hold. The HTML is our own, so its attributes are quoted.</summary>
    private static IEnumerable<string> Targets(string html)
    {
        foreach (var attribute in new[] { "href=\"", "src=\"" })
        {
            for (var at = html.IndexOf(attribute, StringComparison.Ordinal); at >= 0;
                at = html.IndexOf(attribute, at, StringComparison.Ordinal))
            {
                at += attribute.Length;
                var end = html.IndexOf('"', at);
                if (end > at)
                    yield return WebUtility.HtmlDecode(html[at..end]);
            }
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
