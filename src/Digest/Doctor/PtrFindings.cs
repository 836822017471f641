using System.Net;
using Digest.Mail.Dns;

namespace Digest.Doctor;

/// <summary>
/// The name of the address that letters leave from leads back to it, and the name we say in EHLO exists. Only for those
/// who run that host themselves.
/// </summary>
public sealed class PtrFindings(MailScope scope) : ICheck
{
    public const string Subject = "ptr";

    private static readonly string[] GenericWords = ["dynamic", "dyn", "dhcp", "dsl", "pool", "ppp", "dialup", "cable"];

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        if (scope.Outgoing is not { } address)
            return [NotOurs()];

        var name = DnsName.Reverse(address);
        var answer = await scope.Dns.ResolveAsync(name, DnsType.Ptr, cancellationToken);
        var reverse = answer switch
        {
            DnsAnswer.TempError error => MailScope.Unknown(Subject, name, error.Reason),
            DnsAnswer.Found found => await ConfirmAsync(address, found, cancellationToken),
            _ => Fail($"{address} has no name", $"ask the address's owner for a PTR record at {name}"),
        };
        return scope.Mail.Smtp.ClientName is { Length: > 0 } said && said[0] != '['
            ? [reverse, await HelloAsync(said, cancellationToken)]
            : [reverse];
    }

    private Finding NotOurs() => scope.IsOwnRelay
        ? new Finding(Verdict.Skip, Subject, "the address that letters leave from is not known", "name it by --ip")
        : new Finding(Verdict.Skip, Subject, "the relay's operator sees to the name of its address");

    private async Task<Finding> ConfirmAsync(
        IPAddress address, DnsAnswer.Found found, CancellationToken cancellationToken)
    {
        var names = found.Of<DnsRecord.Host>().Select(host => host.Name).Take(10).ToList();
        foreach (var name in names)
        {
            var back = await scope.Dns.ResolveAddressesAsync(name, cancellationToken);
            if (!back.Of<DnsRecord.Address>().Any(record => record.Value.Equals(address)))
                continue;

            return IsGeneric(name, address)
                ? new Finding(Verdict.Warn, Subject, $"{address}: {name} looks like a customer's line", "rename it")
                : new Finding(Verdict.Pass, Subject, $"{address}: {name} and back");
        }

        return Fail(
            $"{address}: {string.Join(", ", names)} does not lead back to it", "publish its address record");
    }

    private async Task<Finding> HelloAsync(string said, CancellationToken cancellationToken) =>
        await scope.Dns.ResolveAddressesAsync(said, cancellationToken) switch
        {
            DnsAnswer.TempError error => MailScope.Unknown(Subject, said, error.Reason),
            DnsAnswer.Found => new Finding(Verdict.Pass, Subject, $"EHLO {said}: exists"),
            _ => new Finding(
                Verdict.Warn, Subject, $"EHLO {said}: no such host", "set Mail:Smtp:ClientName to one that exists"),
        };

    /// <summary>The octets of the address in the name, or a word that providers give to lines.</summary>
    private static bool IsGeneric(string name, IPAddress address)
    {
        var parts = name.Split('.', '-', '_');
        var octets = address.ToString().Split('.', ':');
        return parts.Any(GenericWords.Contains) || octets.All(octet => octet.Length > 0 && parts.Contains(octet));
    }

    private static Finding Fail(string message, string remedy) => new(Verdict.Fail, Subject, message, remedy);
}
