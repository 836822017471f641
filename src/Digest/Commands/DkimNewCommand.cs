using System.CommandLine;
using Digest.Deliver;
using Digest.Mail.Dkim;
using Digest.Model;

namespace Digest.Commands;

/// <summary><c>digest dkim new</c>: makes a key and says what to publish.</summary>
public static class DkimNewCommand
{
    private const int UsualBits = 2048;

    public static Command Create(CommandHost host)
    {
        var domain = Needed("--domain", "The signing domain: the sender's own or a parent of it", "DOMAIN");
        var selector = Needed("--selector", "A name for the key in DNS, a new one for each key", "SELECTOR");
        var output = Needed("--output", "The file to write the private key to", "FILE");
        var bits = new Option<int>("--bits")
        {
            Description = "The length of the key",
            HelpName = "BITS",
            DefaultValueFactory = _ => UsualBits,
        };
        var command = new Command("new", "Make a key, and show the DNS record to publish")
        {
            domain, selector, output, bits,
        }.WithExample("digest dkim new --domain news.example --selector s2026 --output keys/dkim.pem");
        command.SetAction(host.WithoutStorage((session, _) => Task.FromResult(Run(
            session,
            Key(
                session.Arguments.GetRequiredValue(domain),
                session.Arguments.GetRequiredValue(selector),
                session.Arguments.GetValue(bits)),
            Path.GetFullPath(session.Arguments.GetRequiredValue(output), session.WorkingDirectory)))));
        return command;
    }

    private static Option<string> Needed(string name, string description, string help) =>
        new(name) { Description = description, HelpName = help, Required = true };

    private static DkimKey Key(string domain, string selector, int bits)
    {
        try
        {
            return DkimKey.Create(domain, selector, bits);
        }
        catch (FormatException trouble)
        {
            throw new DigestException(trouble.Message, trouble) { ExitCode = ExitCodes.Usage };
        }
    }

    private static int Run(CommandSession session, DkimKey key, string path)
    {
        DkimKeyFile.Create(path, key);
        session.Show(() => DkimRecordView.Json(key, path), screen => DkimRecordView.Show(screen, key, path));
        return ExitCodes.Done;
    }
}
