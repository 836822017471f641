using Digest.Mail.Dns;

namespace Digest.Mail.Spf;

/// <summary>
/// <c>check_host()</c> of RFC 7208 §4: whether a host may send for a domain. One object checks one sender.
/// Explanations (<c>exp</c>) are not fetched.
/// </summary>
public sealed class SpfCheck
{
    private const int MaxNameLength = 253;

    private readonly SpfLookups _lookups;
    private readonly SpfIdentity _sender;
    private readonly List<string> _trail = [];

    private SpfCheck(DnsResolver dns, SpfIdentity sender)
    {
        _lookups = new SpfLookups(dns, sender.Address);
        _sender = sender;
    }

    public static async Task<SpfResult> RunAsync(
        DnsResolver dns, SpfIdentity sender, CancellationToken cancellationToken)
    {
        var isMapped = sender.Address.IsIPv4MappedToIPv6;
        var check = new SpfCheck(dns, isMapped ? sender with { Address = sender.Address.MapToIPv4() } : sender);
        try
        {
            var (verdict, reason) = await check.HostAsync(sender.Domain, cancellationToken);
            return check.Result(verdict, reason);
        }
        catch (SpfStop stop)
        {
            return check.Result(stop.Verdict, stop.Message);
        }
    }

    private SpfResult Result(SpfVerdict verdict, string reason) =>
        new(verdict, reason, _trail, _lookups.Count, _lookups.Voids);

    private async Task<(SpfVerdict Verdict, string Reason)> HostAsync(
        string domain, CancellationToken cancellationToken)
    {
        if (await _lookups.RecordAsync(domain, cancellationToken) is not { } record)
            return (SpfVerdict.None, $"{domain} has no SPF record");

        foreach (var directive in record.Directives)
        {
            var isMatch = await MatchAsync(directive.Mechanism, domain, cancellationToken);
            _trail.Add($"{domain}: {directive.Text}: {(isMatch ? "matches" : "no match")}");
            if (isMatch)
                return (directive.Verdict, $"{directive.Text} of {domain}");
        }

        return record.Redirect is { } redirect
            ? await RedirectAsync(redirect, domain, cancellationToken)
            : (SpfVerdict.Neutral, $"no mechanism of {domain} matches");
    }

    private async Task<(SpfVerdict Verdict, string Reason)> RedirectAsync(
        SpfMacroText redirect, string domain, CancellationToken cancellationToken)
    {
        _lookups.Add($"redirect={redirect.Text}");
        var target = await TargetAsync(redirect, domain, cancellationToken);
        _trail.Add($"{domain}: redirect={redirect.Text}");
        var (verdict, reason) = await HostAsync(target, cancellationToken);
        return verdict == SpfVerdict.None
            ? throw new SpfStop(SpfVerdict.PermError, $"{domain} redirects to {target}, which has no SPF record")
            : (verdict, reason);
    }

    private async Task<bool> MatchAsync(
        SpfMechanism mechanism, string domain, CancellationToken cancellationToken) => mechanism switch
        {
            SpfMechanism.All => true,
            SpfMechanism.Network network => SpfPrefixes.Match(_sender.Address, network.Address, network.Prefix),
            SpfMechanism.Include include => await IncludesAsync(include.Target, domain, cancellationToken),
            SpfMechanism.Host host => await IsHostAsync(host, domain, cancellationToken),
            SpfMechanism.Exchangers mx => await IsExchangerAsync(mx, domain, cancellationToken),
            SpfMechanism.Reverse ptr => await IsNamedAsync(ptr.Target, domain, cancellationToken),
            SpfMechanism.Exists exists => await ExistsAsync(exists.Target, domain, cancellationToken),
            _ => throw new InvalidOperationException($"{mechanism.GetType().Name} is no mechanism"),
        };

    private async Task<bool> IncludesAsync(SpfMacroText spec, string domain, CancellationToken cancellationToken)
    {
        _lookups.Add($"include:{spec.Text}");
        var target = await TargetAsync(spec, domain, cancellationToken);
        var (verdict, _) = await HostAsync(target, cancellationToken);
        return verdict == SpfVerdict.None
            ? throw new SpfStop(SpfVerdict.PermError, $"{domain} includes {target}, which has no SPF record")
            : verdict == SpfVerdict.Pass;
    }

    private async Task<bool> IsHostAsync(
        SpfMechanism.Host mechanism, string domain, CancellationToken cancellationToken)
    {
        _lookups.Add(Term("a", mechanism.Target));
        var target = await TargetAsync(mechanism.Target, domain, cancellationToken);
        return await _lookups.HasAddressAsync(target, mechanism.Prefixes, cancellationToken);
    }

    private async Task<bool> IsExchangerAsync(
        SpfMechanism.Exchangers mechanism, string domain, CancellationToken cancellationToken)
    {
        _lookups.Add(Term("mx", mechanism.Target));
        var target = await TargetAsync(mechanism.Target, domain, cancellationToken);
        foreach (var host in await _lookups.ExchangersAsync(target, cancellationToken))
        {
            if (await _lookups.HasAddressAsync(host, mechanism.Prefixes, cancellationToken))
                return true;
        }

        return false;
    }

    private async Task<bool> IsNamedAsync(SpfMacroText? spec, string domain, CancellationToken cancellationToken)
    {
        _lookups.Add(Term("ptr", spec));
        var target = await TargetAsync(spec, domain, cancellationToken);
        var names = await _lookups.ValidatedNamesAsync(cancellationToken);
        return names.Any(name => IsWithin(name, target));
    }

    /// <summary>Always an A record, also for senders by IPv6 (RFC 7208 §5.7).</summary>
    private async Task<bool> ExistsAsync(SpfMacroText spec, string domain, CancellationToken cancellationToken)
    {
        _lookups.Add($"exists:{spec.Text}");
        var target = await TargetAsync(spec, domain, cancellationToken);
        return await _lookups.AskAsync(target, DnsType.A, cancellationToken) is DnsAnswer.Found;
    }

    private static string Term(string name, SpfMacroText? spec) => spec is null ? name : $"{name}:{spec.Text}";

    private async Task<string> TargetAsync(SpfMacroText? spec, string domain, CancellationToken cancellationToken)
    {
        if (spec is null)
            return domain;

        var validated = spec.NeedsValidatedName ? await BestNameAsync(domain, cancellationToken) : "";
        var name = spec.Expand(letter => SpfMacroValues.Of(letter, _sender, domain, validated)).TrimEnd('.');
        while (name.Length > MaxNameLength && name.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot)
            name = name[(dot + 1)..];

        return name;
    }

    /// <summary>The domain itself before its subdomains before any other (RFC 7208 §7.3).</summary>
    private async Task<string> BestNameAsync(string domain, CancellationToken cancellationToken)
    {
        var names = await _lookups.ValidatedNamesAsync(cancellationToken);
        return names.FirstOrDefault(name => name.Equals(domain, StringComparison.OrdinalIgnoreCase))
            ?? names.FirstOrDefault(name => IsWithin(name, domain))
            ?? (names.Count > 0 ? names[0] : "unknown");
    }

    private static bool IsWithin(string name, string domain) =>
        name.Equals(domain, StringComparison.OrdinalIgnoreCase)
        || name.EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase);
}
