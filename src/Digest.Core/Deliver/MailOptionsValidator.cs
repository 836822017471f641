using Digest.Mail.Bounces;
using Digest.Mail.Mime;
using Digest.Mail.Smtp;
using Digest.Model;
using Microsoft.Extensions.Options;

namespace Digest.Deliver;

/// <summary>
/// Checks <see cref="MailOptions"/> at start: every fault at once, each with its key and what would be right.
/// </summary>
internal sealed class MailOptionsValidator : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        var faults = General(options).Concat(Dkim(options.Dkim)).Concat(Bounces(options.Bounces));
        if (options.Transport == SmtpTransport.Name)
            faults = faults.Concat(Smtp(options.Smtp));

        var all = faults.ToList();
        return all.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(all);
    }

    private static IEnumerable<string> General(MailOptions options)
    {
        if (options.Transport is not (FileTransport.Name or SmtpTransport.Name))
            yield return $"Mail:Transport is '{options.Transport}'; it must be file or smtp";
        if (options.BatchSize is < 1 or > 10_000)
            yield return $"Mail:BatchSize is {options.BatchSize}; it must be from 1 to 10000";
        if (options.GiveUpAfterHours is < 1 or > 240)
            yield return $"Mail:GiveUpAfterHours is {options.GiveUpAfterHours}; it must be from 1 to 240";
        if (options.Uncertain is not (UncertainPolicy.Resend or UncertainPolicy.Hold))
            yield return $"Mail:Uncertain is '{options.Uncertain}'; it must be resend or hold";
        if (options.DrainSeconds is < 0 or > 600)
            yield return $"Mail:DrainSeconds is {options.DrainSeconds}; it must be from 0 to 600";
    }

    private static IEnumerable<string> Smtp(SmtpOptions smtp) =>
        Server(smtp).Concat(SignInSettings.Faults(smtp)).Concat(Timeouts(smtp.Timeouts));

    private static IEnumerable<string> Server(SmtpOptions smtp)
    {
        if (string.IsNullOrWhiteSpace(smtp.Host))
            yield return "Mail:Smtp:Host is not set; it must name the server that takes the letters";
        else if (Uri.CheckHostName(smtp.Host) == UriHostNameType.Unknown)
            yield return $"Mail:Smtp:Host is '{smtp.Host}'; it must be a host name or an IP address";
        if (smtp.Port is < 1 or > 65535)
            yield return $"Mail:Smtp:Port is {smtp.Port}; it must be from 1 to 65535";
        if (smtp.Security is not null && !SmtpEndpoints.TrySecurity(smtp.Security, out _))
            yield return
                $"Mail:Smtp:Security is '{smtp.Security}'; it must be required, implicit, opportunistic or none";
        if (smtp.Connections is < 1 or > 256)
            yield return $"Mail:Smtp:Connections is {smtp.Connections}; it must be from 1 to 256";
        if (smtp.LettersPerConnection < 1)
            yield return $"Mail:Smtp:LettersPerConnection is {smtp.LettersPerConnection}; it must be at least 1";
        if (smtp.ConnectTimeout is < 1 or > 600)
            yield return $"Mail:Smtp:ConnectTimeout is {smtp.ConnectTimeout}; it must be from 1 to 600";
        if (smtp.ClientName is { } client && !SmtpClientName.IsValid(client))
            yield return $"Mail:Smtp:ClientName is '{client}'; it must be a host name or an IP address in brackets";
        if (TranscriptFile.Fault(smtp) is { } unwritable)
            yield return unwritable;
        if (smtp.CaFile is { } file
            && FileFault("Mail:Smtp:CaFile", file, () => SmtpEndpoints.Roots(file)) is { } fault)
            yield return fault;
    }

    private static IEnumerable<string> Timeouts(SmtpTimeoutOptions timeouts)
    {
        (string Key, int Seconds)[] all =
        [
            (nameof(timeouts.Banner), timeouts.Banner),
            (nameof(timeouts.Command), timeouts.Command),
            (nameof(timeouts.Mail), timeouts.Mail),
            (nameof(timeouts.Recipient), timeouts.Recipient),
            (nameof(timeouts.DataStart), timeouts.DataStart),
            (nameof(timeouts.DataBlock), timeouts.DataBlock),
            (nameof(timeouts.DataEnd), timeouts.DataEnd),
        ];
        return all.Where(one => one.Seconds is < 1 or > 3600)
            .Select(one => $"Mail:Smtp:Timeouts:{one.Key} is {one.Seconds}; it must be from 1 to 3600");
    }

    private static IEnumerable<string> Dkim(DkimOptions dkim)
    {
        if (!dkim.IsSet)
            yield break;
        if (string.IsNullOrWhiteSpace(dkim.Domain))
            yield return "Mail:Dkim:Domain is not set; with DKIM it must be the signing domain";
        if (string.IsNullOrWhiteSpace(dkim.Selector))
            yield return "Mail:Dkim:Selector is not set; with DKIM it must be the selector of the key";
        if (string.IsNullOrWhiteSpace(dkim.KeyFile))
            yield return "Mail:Dkim:KeyFile is not set; with DKIM it must be a private key in PEM form";
        else if (FileFault("Mail:Dkim:KeyFile", dkim.KeyFile, () => LetterSigner.Load(dkim)) is { } fault)
            yield return fault;
    }

    private static IEnumerable<string> Bounces(BouncesOptions bounces)
    {
        if (string.IsNullOrEmpty(bounces.Address))
            yield break;
        if (!EmailAddress.TryParse(bounces.Address, out var address, out var reason))
            yield return $"Mail:Bounces:Address is '{bounces.Address}'; it {reason}";
        else if (address.IsInternational || address.LocalPart.Contains('+'))
            yield return $"Mail:Bounces:Address is '{address}'; its name must be ASCII and hold no plus sign";
        else if (address.LocalPart.Length > ReturnPath.MaxName)
            yield return
                $"Mail:Bounces:Address is '{address}'; its name must have at most {ReturnPath.MaxName} letters";
    }

    /// <summary>Reads the file as it will be read when letters leave: an issue is no place to find out.</summary>
    private static string? FileFault(string key, string file, Action load)
    {
        if (!File.Exists(file))
            return $"{key} is '{file}'; there is no such file";

        try
        {
            load();
            return null;
        }
        catch (DigestException trouble)
        {
            return trouble.Message;
        }
    }
}
