using System.Globalization;
using Digest.Testing;
using Xunit;

namespace Digest.EndToEndTests;

public sealed class TranscriptTests : IDisposable
{
    private const string Password = "hunter2-of-the-tests";
    private readonly TempSite _site = new();

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("C: RCPT TO:<", "run", "--at", TempSite.FirstWeek)]
    [InlineData("C: QUIT", "doctor")]
    public async Task What_a_command_says_to_the_server_is_recorded_without_secrets(
        string said, params string[] command)
    {
        await using var server = new FakeSmtpServer(new() { Features = ["AUTH PLAIN", "DSN"] });
        Set("Transport", "smtp");
        Set("Smtp__Host", "127.0.0.1");
        Set("Smtp__Port", server.Port.ToString(CultureInfo.InvariantCulture));
        Set("Smtp__Security", "none");
        Set("Smtp__Username", "me");
        Set("Smtp__PasswordFile", _site.PathOf("password"));
        _site.Write("password", $"{Password}\n");

        var result = await _site.RunAsync([.. command, "--transcript", "said.txt"]);

        var text = await File.ReadAllTextAsync(_site.PathOf("said.txt"), TestContext.Current.CancellationToken);
        Assert.Contains("C: AUTH PLAIN [redacted]", text);
        Assert.Contains(said, text);
        Assert.DoesNotContain(Password, text + result.Output + result.Errors);
    }

    private void Set(string key, string value) => _site.Environment[$"DIGEST_Mail__{key}"] = value;
}
