using System.Net.Sockets;
using System.Text;

namespace Digest.IntegrationTests.Interop;

/// <summary>As much IMAP as it takes to ask how a server understands a mail.</summary>
internal static class ImapMailbox
{
    private const string Answer = "* 1 FETCH (BODYSTRUCTURE ";

    /// <summary>BODYSTRUCTURE (RFC 9051 §7.5.2) of the first mail of the inbox.</summary>
    public static async Task<string> StructureAsync(
        int port, string user, string password, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", port, cancellationToken);
        await using var stream = client.GetStream();
        using var answers = new StreamReader(stream, Encoding.UTF8);
        var commands = $"a LOGIN {user} {password}\r\nb SELECT INBOX\r\nc FETCH 1 BODYSTRUCTURE\r\nd LOGOUT\r\n";
        await stream.WriteAsync(Encoding.UTF8.GetBytes(commands), cancellationToken);

        var all = await answers.ReadToEndAsync(cancellationToken);
        var line = all.Split("\r\n").FirstOrDefault(line => line.StartsWith(Answer, StringComparison.Ordinal));
        return line?[Answer.Length..^1] ?? throw new InvalidOperationException($"No structure came: {all}");
    }
}
