using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Digest.Testing.Servers;

/// <summary>
/// A mail server of its own on loopback: Postfix takes mail over SMTP, Dovecot knows the users and keeps the Maildirs.
/// Every mailbox exists, whatever its name; nothing of the machine's own mail is touched.
/// </summary>
public sealed class MailHost : IAsyncDisposable
{
    public const string Host = "localhost";

    /// <summary>The same server by an address for which its certificate is not.</summary>
    public const string UnnamedHost = "127.0.0.2";

    public const string Username = "sender";
    public const string Password = "secret-of-the-tests";
    public const string RefusedDomain = PostfixSettings.RefusedDomain;
    public const string BusyDomain = PostfixSettings.BusyDomain;
    public const string InternationalMailbox = PostfixSettings.InternationalMailbox;

    private const string Script = """
        mkdir spool data dovecot mail
        chmod 755 .
        chown postfix data
        chown nobody mail
        smtp-sink -u nobody -f RCPT -B '550 5.1.1 No such user here' 127.0.0.1:REFUSING 50 &
        smtp-sink -u nobody -r RCPT -b '450 4.2.1 Mailbox busy, try later' 127.0.0.1:BUSY 50 &
        dovecot -c "$1/dovecot.conf"
        postfix -c "$1/postfix" start
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);
    private readonly string _folder;
    private readonly ChildServer _servers;

    private MailHost(string folder, MailHostPorts ports, X509Certificate2 certificate, ChildServer servers)
    {
        _folder = folder;
        _servers = servers;
        Ports = ports;
        Certificate = certificate;
    }

    public MailHostPorts Ports { get; }

    /// <summary>The one of both servers, for <c>localhost</c> and 127.0.0.1, which signed itself.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>The same as a PEM file.</summary>
    public string CertificateFile => Path.Combine(_folder, "cert.pem");

    /// <summary>Null if the servers can run here or <c>CI=true</c>, else the reason to skip.</summary>
    public static string? SkipReason() =>
        ForeignProgram.SkipReason("postfix", "dovecot", "smtp-sink") ?? ChildServer.SkipReason();

    public static async Task<MailHost> StartAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("digest-mail-host-").FullName;
        var ports = new MailHostPorts();
        var certificate = TestCertificate.For(Host);
        await WriteSettingsAsync(folder, ports, certificate, cancellationToken);
        var script = Script
            .Replace("REFUSING", $"{ports.Refusing}", StringComparison.Ordinal)
            .Replace("BUSY", $"{ports.Busy}", StringComparison.Ordinal);
        var servers = await ChildServer.StartAsync(script, folder, cancellationToken);
        return new MailHost(folder, ports, certificate, servers);
    }

    public async ValueTask DisposeAsync()
    {
        await _servers.DisposeAsync();
        Certificate.Dispose();
    }

    /// <summary>The mails in a mailbox as they lie there, as soon as there are so many.</summary>
    public async Task<IReadOnlyList<DeliveredMail>> MailsAsync(
        string mailbox, int count, CancellationToken cancellationToken)
    {
        var maildir = Path.Combine(_folder, "mail", mailbox, "new");
        await WaitAsync(
            () => Directory.Exists(maildir) && Directory.EnumerateFiles(maildir).Count() >= count,
            $"{count} mails for {mailbox}",
            cancellationToken);
        return [.. Directory.EnumerateFiles(maildir).Select(file => new DeliveredMail(File.ReadAllBytes(file)))];
    }

    /// <summary>The folder with <c>new</c> and <c>cur</c> of a mailbox.</summary>
    public string MaildirOf(string mailbox) => Path.Combine(_folder, "mail", mailbox);

    /// <summary>The first line of Postfix's log that has all the words, as soon as it is there.</summary>
    public async Task<string> LogLineAsync(string[] words, CancellationToken cancellationToken)
    {
        string? line = null;
        await WaitAsync(() => (line = FindInLog(words)) is not null, string.Join(" ", words), cancellationToken);
        return line!;
    }

    private static async Task WriteSettingsAsync(
        string folder, MailHostPorts ports, X509Certificate2 certificate, CancellationToken cancellationToken)
    {
        using var key = certificate.GetRSAPrivateKey()!;
        Directory.CreateDirectory(Path.Combine(folder, "postfix"));
        (string Name, string Text)[] files =
        [
            ("cert.pem", certificate.ExportCertificatePem()),
            ("key.pem", key.ExportPkcs8PrivateKeyPem()),
            ("dovecot.conf", DovecotSettings.Text(folder, ports, Password)),
            ("postfix/main.cf", PostfixSettings.Main(folder, ports)),
            ("postfix/master.cf", PostfixSettings.Master(ports)),
        ];
        foreach (var (name, text) in files)
            await File.WriteAllTextAsync(Path.Combine(folder, name), text, cancellationToken);
    }

    private string? FindInLog(string[] words) => File.ReadLines(Path.Combine(_folder, "mail.log"), Encoding.UTF8)
        .FirstOrDefault(line => words.All(word => line.Contains(word, StringComparison.Ordinal)));

    private async Task WaitAsync(Func<bool> isThere, string what, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!isThere())
        {
            if (limit.IsCancellationRequested)
                throw new TimeoutException($"{what} did not come. Postfix said: {LastOfLog()}");
            await Task.Delay(Glance, cancellationToken);
        }
    }

    private string LastOfLog() => string.Join('\n', File.ReadLines(Path.Combine(_folder, "mail.log")).TakeLast(20));
}
