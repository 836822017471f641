using System.Net;
using System.Net.Sockets;
using Digest.Mail.Dns;

namespace Digest.Mail.Spf;

/// <summary>
/// What one check asks of DNS. It counts over all the records that the first one leads to, and stops the check where
/// they ask too much (RFC 7208 §4.6.4).
/// </summary>
/// <param name="dns">Whom to ask.</param>
/// <param name="host">The sender's address.</param>
internal sealed class SpfLookups(DnsResolver dns, IPAddress host)
{
    private const int MaxLookups = 10;
    private const int MaxVoids = 2;
    private const int MaxHosts = 10;

    /// <summary>Terms so far that take a lookup.</summary>
    public int Count { get; private set; }

    /// <summary>Names so far that had no such record.</summary>
    public int Voids { get; private set; }

    public void Add(string term)
    {
        if (++Count > MaxLookups)
            throw new SpfStop(SpfVerdict.PermError, $"it takes more than {MaxLookups} lookups; '{term}' is the next");
    }

    public async Task<SpfRecord?> RecordAsync(string domain, CancellationToken cancellationToken)
    {
        var answer = await dns.ResolveAsync(domain, DnsType.Txt, cancellationToken);
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

    public async Task<DnsAnswer> AskAsync(string name, DnsType type, CancellationToken cancellationToken)
    {
        var answer = await dns.ResolveAsync(name, type, cancellationToken);
        if (answer is DnsAnswer.TempError error)
            throw new SpfStop(SpfVerdict.TempError, $"{name}: {error.Reason}");

        return Counted(answer, name);
    }

    /// <summary>The mail servers of a name; a null MX (RFC 7505) is none.</summary>
    public async Task<IEnumerable<string>> ExchangersAsync(string name, CancellationToken cancellationToken)
    {
        var exchangers = (await AskAsync(name, DnsType.Mx, cancellationToken)).Of<DnsRecord.Exchanger>();
        return exchangers.Count <= MaxHosts
            ? exchangers.Select(one => one.Exchange).Where(exchange => exchange.Length > 0)
            : throw new SpfStop(SpfVerdict.PermError, $"{name} has more than {MaxHosts} MX hosts");
    }

    public async Task<bool> HasAddressAsync(
        string name, SpfPrefixes prefixes, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(name, AddressType, cancellationToken);
        return answer.Of<DnsRecord.Address>()
            .Any(record => SpfPrefixes.Match(host, record.Value, prefixes.For(host)));
    }

    /// <summary>Names of the address that lead back to it; those with trouble are left out (RFC 7208 §5.5).</summary>
    public async Task<IReadOnlyList<string>> ValidatedNamesAsync(CancellationToken cancellationToken)
    {
        var reverse = DnsName.Reverse(host);
        var answer = Counted(await dns.ResolveAsync(reverse, DnsType.Ptr, cancellationToken), reverse);
        var names = new List<string>();
        foreach (var one in answer.Of<DnsRecord.Host>().Take(MaxHosts))
        {
            var addresses = Counted(await dns.ResolveAsync(one.Name, AddressType, cancellationToken), one.Name);
            if (addresses.Of<DnsRecord.Address>().Any(record => record.Value.Equals(host)))
                names.Add(one.Name);
        }

        return names;
    }

    private DnsAnswer Counted(DnsAnswer answer, string name) =>
        answer is not (DnsAnswer.NoName or DnsAnswer.NoData) || ++Voids <= MaxVoids
            ? answer
            : throw new SpfStop(
                SpfVerdict.PermError, $"more than {MaxVoids} of its names have no such record; the last is {name}");

    private DnsType AddressType =>
        host.AddressFamily == AddressFamily.InterNetwork ? DnsType.A : DnsType.Aaaa;
}
