using System.Net;

namespace Digest.Doctor;

/// <summary>Looks at where the links and pictures of a letter lead.</summary>
internal static class LinkLint
{
    private static readonly string[] Schemes = ["http", "https", "mailto", "tel", "cid", "data"];

    /// <param name="html">Our own HTML, whose attributes stand in double quotes.</param>
    /// <param name="site">Our own address, of which another check has something to say.</param>
    public static IEnumerable<Finding> Look(string html, Uri site)
    {
        var targets = Targets(html).Where(target => !target.StartsWith('#')).ToList();
        if (targets.FirstOrDefault(target => !IsComplete(target)) is { } broken)
            yield return Fail($"a link leads nowhere: '{broken}'", "mend it in the issue, or in the template");

        var links = targets.Where(IsComplete).Select(target => new Uri(target))
            .Where(link => link.Host.Length > 0 && link.Host != site.Host)
            .ToList();
        if (links.FirstOrDefault(IsPrivate) is { } own)
            yield return Fail($"a link leads to a host that readers cannot reach: {own}", "mend it in the issue");
        if (links.FirstOrDefault(link => link.Host.EndsWith(".invalid", StringComparison.Ordinal)) is { } slot)
            yield return Fail($"a link leads nowhere: {slot}", "mend it in the issue, or in the template");
        if (links.FirstOrDefault(PublicUrlFindings.IsExample) is { } example)
            yield return Warn($"a link leads to a host set apart for examples: {example}", "mend it in the issue");

        var plain = links.Where(link => link.Scheme == Uri.UriSchemeHttp).ToList();
        if (plain.Count > 0)
            yield return Warn($"{plain.Count} links are not https, the first is {plain[0]}", "use https");
    }

    /// <summary>What <c>href</c> and <c>src</c> hold.</summary>
    public static IEnumerable<string> Targets(string html)
    {
        foreach (var attribute in new[] { " href=\"", " src=\"" })
        {
            for (var at = html.IndexOf(attribute, StringComparison.Ordinal); at >= 0;
                at = html.IndexOf(attribute, at, StringComparison.Ordinal))
            {
                at += attribute.Length;
                var end = html.IndexOf('"', at);
                if (end >= at)
                    yield return WebUtility.HtmlDecode(html[at..end]);
            }
        }
    }

    /// <summary>In a mail there is nothing that an address without a host could be relative to.</summary>
    private static bool IsComplete(string target) =>
        Uri.TryCreate(target, UriKind.Absolute, out var link) && Schemes.Contains(link.Scheme);

    private static bool IsPrivate(Uri link) => link.Scheme is "http" or "https"
        && (link.IsLoopback || (link.HostNameType == UriHostNameType.Dns && !link.Host.Contains('.')));

    private static Finding Warn(string message, string remedy) =>
        new(Verdict.Warn, LetterFindings.Subject, message, remedy);

    private static Finding Fail(string message, string remedy) =>
        new(Verdict.Fail, LetterFindings.Subject, message, remedy);
}
