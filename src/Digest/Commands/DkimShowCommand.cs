using System.CommandLine;
using Digest.Deliver;
using Digest.Model;
using Microsoft.Extensions.Configuration;

namespace Digest.Commands;

/// <summary><c>digest dkim show</c>: says again what to publish.</summary>
public static class DkimShowCommand
{
    public static Command Create(CommandHost host)
    {
        var file = Other("--key", "The file of the private key (default: Mail:Dkim:KeyFile)", "FILE");
        var domain = Other("--domain", "The signing domain (default: Mail:Dkim:Domain)", "DOMAIN");
        var selector = Other("--selector", "The key's name in DNS (default: Mail:Dkim:Selector)", "SELECTOR");
        var command = new Command("show", "Show the DNS record of a key") { file, domain, selector }
            .WithExample("digest dkim show", "digest dkim show --key old.pem --domain news.example --selector s2025");
        command.SetAction(host.WithoutStorage((session, _) => Task.FromResult(Run(
            session,
            session.Arguments.GetValue(file),
            session.Arguments.GetValue(domain),
            session.Arguments.GetValue(selector)))));
        return command;
    }

    private static Option<string?> Other(string name, string description, string help) =>
        new(name) { Description = description, HelpName = help };

    private static int Run(CommandSession session, string? file, string? domain, string? selector)
    {
        // Not through the checked options: a key that cannot be used is what one comes here to look at.
        var settings = new DkimOptions();
        session.Settings.Configuration.GetSection($"{MailOptions.Section}:{nameof(MailOptions.Dkim)}").Bind(settings);
        var path = file is null
            ? Needed(settings.KeyFile, "--key", nameof(DkimOptions.KeyFile))
            : Path.GetFullPath(file, session.WorkingDirectory);
        var key = DkimKeyFile.Read(
            path,
            Needed(domain ?? settings.Domain, "--domain", nameof(DkimOptions.Domain)),
            Needed(selector ?? settings.Selector, "--selector", nameof(DkimOptions.Selector)));
        session.Show(() => DkimRecordView.Json(key, path), screen => DkimRecordView.Show(screen, key, path));
        return ExitCodes.Done;
    }

    private static string Needed(string? value, string option, string key) =>
        string.IsNullOrWhiteSpace(value)
            ? throw new DigestException($"Mail:Dkim:{key} is not set; set it, or say {option}")
            {
                ExitCode = ExitCodes.Usage,
            }
            : value;
}
