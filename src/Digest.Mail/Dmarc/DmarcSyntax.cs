namespace Digest.Mail.Dmarc;

/// <summary>Reads the tags of a record (RFC 9989 §4.8). A tag that was removed or is unknown changes nothing.</summary>
internal static class DmarcSyntax
{
    private static readonly string[] Removed = ["pct", "rf", "ri"];

    public static DmarcRecord Read(string text)
    {
        var (faults, outdated) = (new List<string>(), new List<string>());
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var record = new DmarcRecord { Text = text, Faults = faults, Outdated = outdated };
        foreach (var tag in text.Split(';').Skip(1).Select(tag => tag.Trim(' ', '\t')).Where(tag => tag.Length > 0))
        {
            var parts = tag.Split('=', 2);
            var name = parts[0].TrimEnd(' ', '\t').ToLowerInvariant();
            if (parts.Length < 2)
                faults.Add($"'{tag}' is no tag with a value");
            else if (!seen.Add(name))
                faults.Add($"{name} stands there twice");
            else
                record = With(record, name, parts[1].Trim(' ', '\t'), faults, outdated);
        }

        return record;
    }

    private static DmarcRecord With(
        DmarcRecord record, string name, string value, List<string> faults, List<string> outdated)
    {
        if (Removed.Contains(name))
            outdated.Add($"{name} was removed in RFC 9989");

        return name switch
        {
            "p" or "sp" or "np" => WithPolicy(record, name, value, faults),
            "adkim" => record with { IsDkimStrict = One(name, value, "rs", faults) == 's' },
            "aspf" => record with { IsSpfStrict = One(name, value, "rs", faults) == 's' },
            "psd" => record with { PublicSuffix = One(name, value, "uyn", faults) },
            "t" => record with { IsTest = One(name, value, "ny", faults) == 'y' },
            "rua" => record with { Reports = Addresses(name, value, faults, outdated) },
            "ruf" => Checked(record, () => Addresses(name, value, faults, outdated)),
            "fo" => Checked(record, () => CheckOptions(value, faults)),
            _ => record,
        };
    }

    private static DmarcRecord WithPolicy(DmarcRecord record, string name, string value, List<string> faults)
    {
        if (Policy(value) is not { } policy)
        {
            faults.Add($"{name}={value} is none of none, quarantine, reject");
            return record with { ArePoliciesValid = false };
        }

        return name switch
        {
            "p" => record with { Policy = policy },
            "sp" => record with { Subdomains = policy },
            _ => record with { Nonexistent = policy },
        };
    }

    private static DmarcPolicy? Policy(string value) => value.ToLowerInvariant() switch
    {
        "none" => DmarcPolicy.None,
        "quarantine" => DmarcPolicy.Quarantine,
        "reject" => DmarcPolicy.Reject,
        _ => null,
    };

    private static DmarcRecord Checked(DmarcRecord record, Action check)
    {
        check();
        return record;
    }

    /// <summary>The first of the choices is the default.</summary>
    private static char One(string name, string value, string choices, List<string> faults)
    {
        if (value.Length == 1 && choices.Contains(char.ToLowerInvariant(value[0])))
            return char.ToLowerInvariant(value[0]);

        faults.Add($"{name}={value} is none of {string.Join(", ", choices.ToCharArray())}");
        return choices[0];
    }

    private static List<DmarcReportAddress> Addresses(
        string name, string value, List<string> faults, List<string> outdated)
    {
        var addresses = new List<DmarcReportAddress>();
        foreach (var text in value.Split(',').Select(text => text.Trim(' ', '\t')))
        {
            if (DmarcReportAddress.TryParse(text, out var address))
                addresses.Add(address);
            else
                faults.Add($"{name}: '{text}' is no mailto: address");
            if (text.Contains('!', StringComparison.Ordinal))
                outdated.Add($"{name}: the size after '!' was removed in RFC 9989");
        }

        return addresses;
    }

    private static void CheckOptions(string value, List<string> faults)
    {
        if (value.ToLowerInvariant().Split(':').Any(one => one.Trim(' ', '\t') is not ("0" or "1" or "d" or "s")))
            faults.Add($"fo={value} is none of 0, 1, d, s");
    }
}
