using System.Text.Json;
using Digest.Mail.Mime;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Mail;

/// <summary>
/// Thousands of generated mails, read by Python's <c>email.policy.default</c>: no defect, nothing changed.
/// </summary>
public sealed class PythonReadsMailTests : IDisposable
{
    private const int Count = 2000;

    private const string Script = """
        import email, email.policy, json, sys
        from email.header import decode_header, make_header
        from email.utils import parseaddr
        bad = 0
        for line in open(sys.argv[1] + '/expected.jsonl', encoding='utf-8'):
            want = json.loads(line)
            raw = open(f"{sys.argv[1]}/{want['File']}", 'rb').read()
            mail = email.message_from_bytes(raw, policy=email.policy.default)
            # Python's new reader puts a space between two encoded-words of a name; its old one is right.
            name, address = parseaddr(email.message_from_bytes(raw)['to'])
            assert mail['to'].addresses[0].addr_spec == address
            part = lambda kind: mail.get_body(preferencelist=(kind,)).get_content().replace('\r\n', '\n')
            defects = [d for p in mail.walk() for d in p.defects]
            defects += [d for p in mail.walk() for v in p.values() for d in v.defects]
            got = {'File': want['File'], 'Subject': str(mail['subject']), 'Name': str(make_header(decode_header(name))),
                   'Address': address, 'Text': part('plain'), 'Html': part('html')}
            if defects or got != want or max(map(len, raw.split(b'\r\n'))) > 998:
                bad += 1
                print(json.dumps([repr(defects), [(k, want[k], got[k]) for k in want if want[k] != got[k]]]))
        print('bad', bad)
        """;

    private static readonly string[] Pieces =
    [
        "社", "区", "髙", "𠮷", "葛󠄀", "か\u3099", "ｶﾅ", "👩‍👩‍👧‍👦", "🇯🇵", "é", "e\u0301", "שלום", "العربية",
        "a", "Word", "longword", "=?utf-8?Q?x?=", "=", "?", "_", "\"", "\\", "(", ")", "<", ">", ",", ";", ":", "@",
        ".", "..", "https://example.org/very/long/path", "%", "&", "'", "[nova]", "-", "--", "From ", "0",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("digest-mime-");
    private readonly Random _random = new(20261113);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Every_generated_mail_is_read_back_without_a_defect()
    {
        var reason = await ForeignPython.SkipReasonAsync("email", Token);
        Assert.SkipWhen(reason is not null, reason ?? "");
        var expected = new List<string>();
        for (var i = 0; i < Count; i++)
            expected.Add(await WriteAsync($"{i}.eml"));
        await File.WriteAllLinesAsync(Path.Combine(_folder.FullName, "expected.jsonl"), expected, Token);

        var output = await ForeignPython.RunAsync(Script, [_folder.FullName], Token);

        Assert.Equal("bad 0", output.Trim());
    }

    private async Task<string> WriteAsync(string file)
    {
        var message = Some.MailMessage(Line(1, 60)) with
        {
            To = new Mailbox(_random.Next(4) == 0 ? null : Line(1, 12), EmailAddress.Parse("reader@example.com")),
            Text = Lines(),
            Html = Lines(),
        };
        await File.WriteAllBytesAsync(Path.Combine(_folder.FullName, file), MimeWriter.Write(message), Token);
        return JsonSerializer.Serialize(new
        {
            File = file,
            message.Subject,
            Name = message.To[0].Name ?? "",
            Address = "reader@example.com",
            message.Text,
            message.Html,
        });
    }

    private string Lines() => string.Concat(Enumerable.Range(0, _random.Next(1, 8)).Select(
        _ => Line(0, 80) + (_random.Next(5) == 0 ? " \n" : "\n")));

    /// <summary>
    /// Of few pieces or of many, mostly ASCII or not, with single spaces inside and none at the ends.
    /// </summary>
    private string Line(int least, int most)
    {
        var from = _random.Next(2) == 0 ? 0 : 13;
        var text = string.Concat(Enumerable.Range(0, _random.Next(least, most)).Select(_ =>
            Pieces[_random.Next(from, Pieces.Length)] + (_random.Next(3) == 0 ? " " : "")));
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 && least > 0 ? "x" : string.Join(' ', words);
    }
}
