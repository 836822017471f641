using System.Text;
using Digest.Deliver;
using Digest.Mail.Mime;
using Digest.Mail.Smtp;
using Digest.Testing;
using Microsoft.Extensions.Options;
using Xunit;

namespace Digest.IntegrationTests.Mail;

public sealed class SmtpTranscriptFileTests : IDisposable
{
    private const string Username = "me@news.example";
    private const string Secret = "hunter2-of-the-tests";
    private readonly string _folder = Directory.CreateTempSubdirectory("transcript").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string File => Path.Combine(_folder, "dialogue.txt");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("PLAIN")]
    [InlineData("LOGIN")]
    [InlineData("SCRAM-SHA-256")]
    [InlineData("XOAUTH2")]
    [InlineData("OAUTHBEARER")]
    public async Task No_way_to_sign_in_leaves_a_secret_in_it(string mechanism)
    {
        await using var server = new FakeSmtpServer(new()
        {
            Features = [$"AUTH {mechanism}"],
            Answer = line => line.Split(' ')[0] switch
            {
                "EHLO" => null,
                "AUTH" => $"334 {Base64(Secret)}",
                var word when word == Base64(Username) => "334 ",
                _ => $"535 you said {line} with {Secret}",
            },
        });
        await SendAsync(server, mechanism);

        var text = await System.IO.File.ReadAllTextAsync(File, Token);
        Assert.Contains($"C: AUTH {mechanism}", text, StringComparison.Ordinal);
        Assert.Contains("S: 535 [redacted]", text, StringComparison.Ordinal);
        Assert.All(
            new[] { Secret, Base64(Secret), Base64(Username), Base64($"\0{Username}\0{Secret}"), "dXNlcj1" },
            secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_letter_is_shown_by_its_size_and_its_way_by_addresses()
    {
        await using var server = new FakeSmtpServer();
        await SendAsync(server, null);

        var lines = await System.IO.File.ReadAllLinesAsync(File, Token);
        Assert.Contains(lines, line => line.EndsWith("C: RCPT TO:<reader@example.com>", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.EndsWith("C: [24 octets]", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("private", StringComparison.Ordinal));
        Assert.EndsWith("-- is closed", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_for_its_owner_alone_and_later_runs_add_to_it()
    {
        await System.IO.File.WriteAllTextAsync(File, "before\n", Token);
        await using var server = new FakeSmtpServer();
        await SendAsync(server, null);

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        Assert.StartsWith("before\n", await System.IO.File.ReadAllTextAsync(File, Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connections_at_the_same_time_write_whole_lines()
    {
        await using var server = new FakeSmtpServer(new() { ByteByByte = true });
        await SendAsync(server, null, letters: 40);

        var lines = await System.IO.File.ReadAllLinesAsync(File, Token);
        Assert.All(lines, line => Assert.Matches(@"^ +\d+\.\d{3} #\d+ (C:|S:|--) .", line));
        Assert.Equal(40, lines.Count(line => line.EndsWith("C: [24 octets]", StringComparison.Ordinal)));
    }

    private async Task SendAsync(FakeSmtpServer server, string? mechanism, int letters = 1)
    {
        var isToken = mechanism is not null && SmtpCredentials.TokenMechanisms.Contains(mechanism);
        var options = Options.Create(new MailOptions
        {
            Smtp =
            {
                Host = "127.0.0.1",
                Port = server.Port,
                Security = "none",
                Username = mechanism is null ? null : Username,
                Password = isToken ? null : Secret,
                AccessToken = isToken ? Secret : null,
                Transcript = File,
            },
        });
        await using var transport = new SmtpTransport(options, TimeProvider.System);
        await Task.WhenAll(Enumerable.Range(0, letters).Select(_ => transport.SendAsync(Letter(), Token)));
    }

    private static OutgoingMail Letter() => new(
        "7",
        EmailAddress.Parse("weekly@news.example"),
        EmailAddress.Parse("reader@example.com"),
        "Subject: x\r\n\r\nprivate.\r\n"u8.ToArray());

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
