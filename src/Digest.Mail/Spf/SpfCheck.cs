using System.Net.Sockets;
using Digest.Mail.Dns;

namespace Digest.Mail.Spf;

/// <summary>
/// <c>check_host()</c> of RFC 7208 §4: whether a host may send for a domain. One object checks one sender; it counts
/// the lookups of all the records that the first one leads to. Explanations (<c>exp</c>) are not fetched.
/// </summary>
public sealed class SpfCheck
{
    private const int MaxLookups = 10;
    private const int MaxVoids = 2;
    private const int MaxHosts = 10;
    private const int MaxNameLength = 253;

    private readonly DnsResolver _dns;
    private readonly SpfIdentity _sender;
    private readonly List<string> _trail = [];
    private int _lookups;
    private int _voids;

    private SpfCheck(DnsResolver dns, SpfIdentity sender)
    {
        _dns = dns;
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

    private SpfResult Result(SpfVerdict verdict, string reason) => new(verdict, reason, _trail, _lookups, _voids);

    private async Task<(SpfVerdict Verdict, string Reason)> HostAsync(
        string domain, CancellationToken cancellationToken)
    {
        if (await RecordAsync(domain, cancellationToken) is not { } record)
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

    private async Task<SpfRecord?> RecordAsync(string domain, CancellationToken cancellationToken)
    {
        var answer = await _dns.ResolveAsync(domain, DnsType.Txt, cancellationToken);
        if (answer is DnsAnswer.TempError error)
            throw new SpfStop(SpfVerdict.TempError, $"the SPF record of {domain}: {error.Reason}");

        var records = answer.Of<DnsRecord.Text>().Select(text => text.Joined).Where(SpfRecord.IsOne).ToList();
        if (records.Count == 0)
            return null;
        if (records.Count > 1)
            throw new SpfStop(SpfVerdict.PermError, $"{domain} has {records.Count} SPF records, and one is allowed");
        if (SpfRecord.TryParse(records[0], out var record, out var fault))
            return record;

        throw new SpfStop(
            SpfVerdict.PermError,
            $"the SPF record of {domain} is wrong at character {fault.Position + 1}: {fault.Message}");
    }

    private async Task<(SpfVerdict Verdict, string Reason)> RedirectAsync(
        SpfMacroText redirect, string domain, CancellationToken cancellationToken)
    {
        CountLookup($"redirect={redirect.Text}");
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
        CountLookup($"include:{spec.Text}");
        var target = await TargetAsync(spec, domain, cancellationToken);
        var (verdict, _) = await HostAsync(target, cancellationToken);
        return verdict == SpfVerdict.None
            ? throw new SpfStop(SpfVerdict.PermError, $"{domain} includes {target}, which has no SPF record")
            : verdict == SpfVerdict.Pass;
    }

    private async Task<bool> IsHostAsync(
        SpfMechanism.Host mechanism, string domain, CancellationToken cancellationToken)
    {
        CountLookup(Term("a", mechanism.Target));
        var target = await TargetAsync(mechanism.Target, domain, cancellationToken);
        return await HasAddressAsync(target, mechanism.Prefixes, cancellationToken);
    }

    private async Task<bool> IsExchangerAsync(
        SpfMechanism.Exchangers mechanism, string domain, CancellationToken cancellationToken)
    {
        CountLookup(Term("mx", mechanism.Target));
        var target = await TargetAsync(mechanism.Target, domain, cancellationToken);
        var exchangers = (await AskAsync(target, DnsType.Mx, cancellationToken)).Of<DnsRecord.Exchanger>();
        if (exchangers.Count > MaxHosts)
            throw new SpfStop(SpfVerdict.PermError, $"{target} has more than {MaxHosts} MX hosts");

        foreach (var exchanger in exchangers.Where(one => one.Exchange.Length > 0))
        {
            if (await HasAddressAsync(exchanger.Exchange, mechanism.Prefixes, cancellationToken))
                return true;
        }

        return false;
    }

    private async Task<bool> IsNamedAsync(SpfMacroText? spec, string domain, CancellationToken cancellationToken)
    {
        CountLookup(Term("ptr", spec));
        var target = await TargetAsync(spec, domain, cancellationToken);
        var names = await ValidatedNamesAsync(cancellationToken);
        return names.Any(name => IsWithin(name, target));
    }

    /// <summary>Always an A record, also for senders by IPv6 (RFC 7208 §5.7).</summary>
    private async Task<bool> ExistsAsync(SpfMacroText spec, string domain, CancellationToken cancellationToken)
    {
        CountLookup($"exists:{spec.Text}");
        var target = await TargetAsync(spec, domain, cancellationToken);
        return await AskAsync(target, DnsType.A, cancellationToken) is DnsAnswer.Found;
    }

    private async Task<bool> HasAddressAsync(
        string name, SpfPrefixes prefixes, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(name, AddressType, cancellationToken);
        return answer.Of<DnsRecord.Address>()
            .Any(record => SpfPrefixes.Match(_sender.Address, record.Value, prefixes.For(_sender.Address)));
    }

    /// <summary>Names of the address that lead back to it; those with trouble are left out (RFC 7208 §5.5).</summary>
    private async Task<IReadOnlyList<string>> ValidatedNamesAsync(CancellationToken cancellationToken)
    {
        var answer = await _dns.ResolveAsync(DnsName.Reverse(_sender.Address), DnsType.Ptr, cancellationToken);
        var names = new List<string>();
        foreach (var host in answer.Of<DnsRecord.Host>().Take(MaxHosts))
        {
            var addresses = await _dns.ResolveAsync(host.Name, AddressType, cancellationToken);
            if (addresses.Of<DnsRecord.Address>().Any(record => record.Value.Equals(_sender.Address)))
                names.Add(host.Name);
        }

        return names;
    }

    private async Task<DnsAnswer> AskAsync(string name, DnsType type, CancellationToken cancellationToken)
    {
        var answer = await _dns.ResolveAsync(name, type, cancellationToken);
        if (answer is DnsAnswer.TempError error)
            throw new SpfStop(SpfVerdict.TempError, $"{name}: {error.Reason}");
        if (answer is not DnsAnswer.Found && ++_voids > MaxVoids)
        {
            throw new SpfStop(
                SpfVerdict.PermError, $"more than {MaxVoids} of its names have no such record; the last is {name}");
        }

        return answer;
    }

    private static string Term(string name, SpfMacroText? spec) => spec is null ? name : $"{name}:{spec.Text}";

    private void CountLookup(string term)
    {
        if (++_lookups > MaxLookups)
            throw new SpfStop(SpfVerdict.PermError, $"it takes more than {MaxLookups} lookups; '{term}' is the next");
    }

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
        var names = await ValidatedNamesAsync(cancellationToken);
        return names.FirstOrDefault(name => name.Equals(domain, StringComparison.OrdinalIgnoreCase))
            ?? names.FirstOrDefault(name => IsWithin(name, domain))
            ?? (names.Count > 0 ? names[0] : "unknown");
    }

    private DnsType AddressType =>
        _sender.Address.AddressFamily == AddressFamily.InterNetwork ? DnsType.A : DnsType.Aaaa;

    private static bool IsWithin(string name, string domain) =>
        name.Equals(domain, StringComparison.OrdinalIgnoreCase)
        || name.EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase);
}
