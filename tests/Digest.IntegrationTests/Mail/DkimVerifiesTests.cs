using System.Security.Cryptography;
using System.Text;
using Digest.Mail.Dkim;
using Digest.Mail.Mime;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Mail;

/// <summary>What DkimSigner signs is verified by dkimpy, with the key served by a function in place of DNS.</summary>
public sealed class DkimVerifiesTests : IDisposable
{
    private const string Script = """
        import dkim, sys
        key = open(sys.argv[1], 'rb').read()
        for path in sys.argv[2:]:
            record = {b's1._domainkey.news.example.': b'v=DKIM1; k=rsa; p=' + key}
            ask = lambda name, timeout=5: record.get(name)
            try:
                print(dkim.verify(open(path, 'rb').read(), dnsfunc=ask))
            except dkim.DKIMException as e:
                print('False', e)
        """;

    private static readonly DateTimeOffset Now = new(2026, 11, 13, 10, 0, 0, TimeSpan.Zero);
    private static readonly RSA Key = RSA.Create(2048);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("digest-dkim-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Letters_of_every_shape_verify()
    {
        byte[][] messages =
        [
            Letter("plain"),
            Letter(new string('社', 1000)),
            Letter(string.Concat(Enumerable.Repeat("long \t line  of words \n", 5000))),
            Letter("trailing lines\n\n\n\n"),
            "From: a@news.example\r\nSubject: no body\r\n\r\n"u8.ToArray(),
            "From: a@news.example\r\nSubject:  folded\r\n\t field  \r\n\r\nno end"u8.ToArray(),
            Encoding.UTF8.GetBytes("From: a@news.example\r\nSubject: 社区\r\n\r\n生\r\n"),
        ];

        Assert.Equal(Enumerable.Repeat("True", messages.Length), await VerifyAsync(messages.Select(Sign)));
    }

    [Theory]
    [InlineData("Subject: other\r\n")]
    [InlineData("From: evil@x.example\r\n")]
    [InlineData("Reply-To: evil@x.example\r\n")]
    [InlineData("List-Unsubscribe: <https://evil.example/>\r\n")]
    [InlineData("Cc: evil@x.example\r\n")]
    public async Task A_second_field_breaks_the_signature(string added)
    {
        byte[] tampered = [.. Encoding.ASCII.GetBytes(added), .. Sign(Letter("x"))];

        Assert.StartsWith("False", Assert.Single(await VerifyAsync([tampered])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("List-Unsubscribe=One-Click", "List-Unsubscribe=Two-Click")]
    [InlineData("Feedback-ID: 1", "Feedback-ID: 2")]
    [InlineData("plain text", "other text")]
    public async Task A_changed_line_breaks_the_signature(string line, string changed)
    {
        var signed = Encoding.UTF8.GetString(Sign(Letter("plain text")));
        var tampered = Encoding.UTF8.GetBytes(signed.Replace(line, changed, StringComparison.Ordinal));

        Assert.Contains(line, signed, StringComparison.Ordinal);
        Assert.StartsWith("False", Assert.Single(await VerifyAsync([tampered])), StringComparison.Ordinal);
    }

    [Fact]
    public void The_signature_keeps_to_78_columns()
    {
        var signed = Encoding.UTF8.GetString(Sign(Letter("x")));
        var header = signed[..signed.IndexOf("\r\nFrom:", StringComparison.Ordinal)];

        Assert.All(header.Split("\r\n"), line => Assert.True(line.Length <= 78));
    }

    private static byte[] Sign(byte[] message) =>
        new DkimSigner(DkimKey.Parse("news.example", "s1", Key.ExportPkcs8PrivateKeyPem())).Sign(message, Now);

    private static byte[] Letter(string text) => Some.Letter(
        Some.Newsletter(),
        Some.IssueToSend() with { Text = text },
        "reader1",
        new Mailbox("太郎", EmailAddress.Parse("taro@example.com")),
        "m1.1@news.example",
        Now);

    private async Task<string[]> VerifyAsync(IEnumerable<byte[]> messages)
    {
        var reason = await ForeignPython.SkipReasonAsync("dkim", Token);
        Assert.SkipWhen(reason is not null, reason ?? "");
        var keyFile = Path.Combine(_folder.FullName, "key");
        await File.WriteAllTextAsync(keyFile, Convert.ToBase64String(Key.ExportSubjectPublicKeyInfo()), Token);
        var files = new List<string>();
        foreach (var message in messages)
        {
            files.Add(Path.Combine(_folder.FullName, $"{files.Count}.eml"));
            await File.WriteAllBytesAsync(files[^1], message, Token);
        }

        var output = await ForeignPython.RunAsync(Script, [keyFile, .. files], Token);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
