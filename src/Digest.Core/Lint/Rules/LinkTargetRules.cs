using System.Net;
using System.Net.Sockets;
using Digest.Model;

namespace Digest.Lint.Rules;

/// <summary>Where links lead. Nothing is asked of the network: a dead link is not found here.</summary>
internal static class LinkTargetRules
{
    private static readonly string[] Documentation = ["example.com", "example.org", "example.net"];
    private static readonly string[] Reserved = [".example", ".test", ".invalid"];
    private static readonly string[] Inner = [".local", ".localhost", ".lan", ".internal", ".intranet", ".home.arpa"];

    public static IReadOnlyList<LintRule> All { get; } =
    [
        new("link-tracking", LintSeverity.Warning, Tracking),
        new("link-private", LintSeverity.Error, Private),
        new("link-placeholder", LintSeverity.Warning, Placeholder),
        new("link-user", LintSeverity.Error, User),
        new("link-http", LintSeverity.Info, Http),
    ];

    private static IEnumerable<LintFault> Tracking(LintSubject subject) =>
        from link in subject.Reading.Links
        where link.Web is not null
        let clean = subject.Addresses.WithoutTracking(link.Url)
        where clean != link.Url
        select new LintFault(link.Line, $"'{Quote.Of(link.Url)}' tells who follows it", $"write {clean}");

    private static IEnumerable<LintFault> Private(LintSubject subject) => subject.Reading.Links
        .Where(link => link.Web is { } web && IsPrivate(web))
        .Select(link => new LintFault(
            link.Line,
            $"'{Quote.Of(link.Url)}' lies in a private network; readers cannot reach it",
            "write its public address, or take the link off"));

    private static IEnumerable<LintFault> Placeholder(LintSubject subject) => subject.Reading.Links
        .Where(link => link.Web is { } web && IsPlaceholder(web.IdnHost, subject.Newsletter))
        .Select(link => new LintFault(
            link.Line, $"'{Quote.Of(link.Url)}' stands for an address", "write the real one"));

    private static IEnumerable<LintFault> User(LintSubject subject) => subject.Reading.Links
        .Where(link => link.Web is { UserInfo.Length: > 0 })
        .Select(link => new LintFault(
            link.Line,
            $"a link to {link.Web!.Host} holds the name or password of a user",
            "delete what stands before the @; if it is a password, change it"));

    private static IEnumerable<LintFault> Http(LintSubject subject)
    {
        var secure = subject.Reading.Links
            .Where(link => link.Web?.Scheme == Uri.UriSchemeHttps)
            .Select(link => link.Web!.IdnHost)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return subject.Reading.Links
            .Where(link => link.Web is { } web && web.Scheme == Uri.UriSchemeHttp && secure.Contains(web.IdnHost))
            .Select(link => new LintFault(
                link.Line,
                $"'{Quote.Of(link.Url)}' is http, and this issue links to the same host by https",
                "write https"));
    }

    private static bool IsPrivate(Uri web)
    {
        var host = web.IdnHost.TrimEnd('.').ToLowerInvariant();
        if (IPAddress.TryParse(host.Trim('[', ']'), out var address))
            return IsPrivate(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

        return !host.Contains('.') || Inner.Any(end => host.EndsWith(end, StringComparison.Ordinal));
    }

    private static bool IsPrivate(IPAddress address)
    {
        var octets = address.GetAddressBytes();
        return address.AddressFamily == AddressFamily.InterNetwork
            ? octets is [0 or 10 or 127, ..] or [192, 168, ..] or [169, 254, ..] or [172, >= 16 and <= 31, ..]
                or [100, >= 64 and <= 127, ..] or [>= 224, ..]
            : IPAddress.IsLoopback(address) || address.IsIPv6LinkLocal || address.IsIPv6UniqueLocal
                || address.Equals(IPAddress.IPv6Any);
    }

    // Names that RFC 2606 keeps for documents. A newsletter that is itself under one is a sample or a rehearsal.
    private static bool IsPlaceholder(string host, Newsletter newsletter) =>
        Documentation.Any(name => IsBelow(host, name))
        || Reserved.Any(end => host.EndsWith(end, StringComparison.OrdinalIgnoreCase)
            && !newsletter.From.Address.Domain.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    private static bool IsBelow(string host, string name) =>
        host.Equals(name, StringComparison.OrdinalIgnoreCase)
        || host.EndsWith($".{name}", StringComparison.OrdinalIgnoreCase);
}
